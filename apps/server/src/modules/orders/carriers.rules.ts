import type { orders } from '@guitai/contract';

type Word = orders.ParcelStatusWord;

/** Codes of 快递100 (state and sub-codes) in the common vocabulary. */
const kuaidi100: Readonly<Record<number, Word>> = {
  0: 'in_transit',
  1: 'collected',
  2: 'problem',
  3: 'signed',
  4: 'returned',
  5: 'out_for_delivery',
  6: 'returning',
  7: 'forwarded',
  8: 'customs',
  10: 'customs',
  11: 'customs',
  12: 'customs',
  13: 'problem',
  14: 'refused',
  101: 'created',
  102: 'created',
  103: 'collected',
  201: 'overdue',
  202: 'stuck',
  203: 'refused',
  204: 'problem',
  205: 'overdue',
  206: 'unreachable',
  207: 'out_of_area',
  208: 'stuck',
  209: 'damaged',
  210: 'cancelled',
  301: 'signed_self',
  302: 'signed',
  303: 'signed_other',
  304: 'signed_station',
  401: 'cancelled',
  501: 'at_station',
  1001: 'arrived',
  1002: 'in_transit',
  1003: 'forwarded',
};

/** Codes of 快递鸟. */
const kdniao: Readonly<Record<number, Word>> = {
  0: 'created',
  1: 'collected',
  2: 'in_transit',
  3: 'signed',
  4: 'problem',
  5: 'forwarded',
  6: 'customs',
  10: 'created',
  201: 'arrived',
  202: 'out_for_delivery',
  204: 'arrived',
  205: 'arrived',
  206: 'in_transit',
  211: 'at_station',
  301: 'signed_self',
  302: 'signed',
  304: 'signed_other',
  311: 'signed_station',
  401: 'stuck',
  402: 'overdue',
  403: 'stuck',
  404: 'refused',
  405: 'problem',
  406: 'returned',
  407: 'returning',
  412: 'overdue',
  413: 'problem',
  414: 'damaged',
  415: 'cancelled',
  416: 'unreachable',
  417: 'overdue',
  418: 'problem',
  419: 'out_for_delivery',
  420: 'unreachable',
  421: 'unreachable',
  422: 'problem',
  423: 'out_of_area',
  601: 'customs',
  602: 'customs',
  603: 'customs',
  604: 'problem',
};

const tables = { kuaidi100, kdniao } as const;

/** Where a parcel is, by a carrier aggregator's code; `unknown` for codes of tomorrow, whose text is kept beside. */
export const statusOfCode = (source: keyof typeof tables, code: number | string): Word =>
  tables[source][Number(code)] ?? 'unknown';

/** Words that tell a status in the text of a track, the more special first. */
const words: readonly (readonly [RegExp, Word])[] = [
  [/拒收|拒签|refused/i, 'refused'],
  [/退回签收|退签|已退回|退货签收|returned to sender/i, 'returned'],
  [/退回|退件|return/i, 'returning'],
  [/破损|damaged/i, 'damaged'],
  [/超区|out of area/i, 'out_of_area'],
  [/滞留|stuck/i, 'stuck'],
  [/无法联系|unreachable/i, 'unreachable'],
  [/清关|海关|customs/i, 'customs'],
  [/代签|代收/, 'signed_other'],
  [/签收|已送达|已妥投|delivered|signed/i, 'signed'],
  [/驿站|快递柜|自提|locker|pick-?up point/i, 'at_station'],
  [/派送|派件|配送中|out for delivery/i, 'out_for_delivery'],
  [/到达|arrived/i, 'arrived'],
  [/揽收|揽件|收件|picked up|collected/i, 'collected'],
  [/运输|在途|转运|出库|发出|in transit|shipped|departed/i, 'in_transit'],
  [/创建|下单|提交|待揽|付款|created|label/i, 'created'],
  [/异常|问题|problem|exception/i, 'problem'],
  [/取消|撤销|cancel/i, 'cancelled'],
];

/** Where a parcel is, by the words of its source. */
export const statusOfText = (text: string): Word =>
  words.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
