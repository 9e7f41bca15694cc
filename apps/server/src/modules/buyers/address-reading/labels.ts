import type { Folded } from './fold.ts';

/** What a label says of the words behind it. */
export type Field = 'name' | 'phone' | 'region' | 'street' | 'postcode' | 'country' | 'other';

/** A label such as 收货人: where it stands and what follows. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly field: Field;
}

const words: readonly [Field, string][] = [
  [
    'name',
    '收货人姓名|收件人姓名|收貨人姓名|收货人|收件人|联系人姓名|联系人|收货姓名|收件姓名|姓名|收方|名字|RECIPIENT|RECEIVER|FULL NAME|NAME',
  ],
  [
    'phone',
    '联系方式|联系电话|手机号码|电话号码|手机号|收件人电话|收货人电话|收货电话|收件电话|收件手机|手机|电话|移动电话|TEL|PHONE NUMBER|PHONE|MOBILE|手提',
  ],
  [
    'region',
    '所在地区|所在区域|省市区|所属地区|收货地区|地区|省份|城市|区县|PROVINCE|CITY|DISTRICT|STATE',
  ],
  [
    'street',
    '详细地址|街道地址|收货地址|收件地址|寄送地址|配送地址|邮寄地址|收货人地址|收件人地址|通讯地址|家庭地址|地址|街道|住址|SHIPPING ADDRESS|ADDRESS LINE [12]|ADDRESS|STREET',
  ],
  ['postcode', '邮政编码|邮编|邮递区号|ZIP CODE|POSTAL CODE|POSTCODE|ZIP'],
  ['country', '国家|国家/地区|COUNTRY'],
  [
    'other',
    '身份证号码|身份证号|身份证|订单编号|订单号|备注|买家留言|淘宝ID|旺旺|快递单号|REMARK|NOTE',
  ],
];

const fieldOf = new Map(
  words.flatMap(([field, list]) => list.split('|').map((word) => [word, field] as const)),
);
const sorted = [...fieldOf.keys()].sort((a, b) => b.length - a.length);
const marked = new RegExp(`(?<![A-Z])(${sorted.join('|')})(?: {0,3}[:=] {0,3})`, 'g');
/** Long Chinese labels need no colon, the longest not even a sign before them. */
const long = sorted.filter((word) => /^\p{sc=Han}{3,}$/u.test(word));
const longest = sorted.filter((word) => /^(?:\p{sc=Han}{4,}|收[货件]人)$/u.test(word));
const bare = new RegExp(
  `(?:(?:^|(?<=[\\n ,;。|]))(${long.join('|')})|(${longest.join('|')}))(?=[^省市区县路街:])`,
  'g',
);

/** The labels of the text, in order. */
export function findLabels({ key }: Folded): Label[] {
  const found: Label[] = [];
  for (const form of [marked, bare]) {
    for (const hit of key.matchAll(form)) {
      const end = hit.index + hit[0].length;
      if (found.some((other) => hit.index < other.end && end > other.start)) continue;
      found.push({ start: hit.index, end, field: fieldOf.get(hit[1] ?? hit[2] ?? '') ?? 'other' });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
