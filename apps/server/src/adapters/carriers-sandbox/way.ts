interface Leg {
  readonly hours: number;
  readonly code: string;
  readonly word: string;
  readonly text: string;
  readonly place: string;
}

const leg = (hours: number, code: string, word: string, text: string, place: string): Leg => ({
  hours,
  code,
  word,
  text,
  place,
});

const ordered = leg(0.1, '101', '已下单', '商家已下单，等待快递员上门揽收', '杭州市');
const start = [
  ordered,
  leg(2, '103', '已揽收', '【杭州余杭网点】快递员已揽收', '杭州市'),
  leg(6, '1002', '干线', '快件离开【杭州转运中心】，发往【上海转运中心】', '杭州市'),
];
const far = [...start, leg(20, '1001', '到达派件城市', '快件到达【上海转运中心】', '上海市')];
const near = [
  ...far,
  leg(28, '5', '派件', '【上海徐汇网点】快递员正在派送，请保持电话畅通', '上海市'),
];

const ways: Readonly<Record<string, readonly Leg[]>> = {
  NOPICKUP: [ordered],
  STUCK: start,
  STATION: [
    ...near,
    leg(33, '501', '投柜或驿站', '快件已放入【丰巢快递柜】，请凭取件码取件', '上海市'),
  ],
  FAIL: [...near, leg(33, '204', '派件异常', '派件异常：收件人不在家，改日再派', '上海市')],
  ADDRESS: [...near, leg(33, '206', '无法联系', '收货地址不详细，且无法联系收件人', '上海市')],
  RETURN: [
    ...near,
    leg(33, '6', '退回', '快件正在退回发件人', '上海市'),
    leg(60, '4', '退签', '发件人已签收退回件', '杭州市'),
  ],
};

const whole = [...near, leg(48, '301', '本人签收', '快件已签收，感谢使用', '上海市')];

/** The way of a number, by its ending; hours since it was handed over. */
export const wayOf = (number: string): readonly Leg[] =>
  ways[/-([A-Z]+)$/.exec(number)?.[1] ?? ''] ?? whole;
