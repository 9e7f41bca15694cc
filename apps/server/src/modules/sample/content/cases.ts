import type { aftersales } from '@guitai/contract';
import type { Texts } from './words.ts';

/** An after-sales case of the sample: whose order in which status, what is asked and why. */
export interface SampleCase {
  readonly buyer: string;
  readonly status: string;
  readonly kind: aftersales.CaseKindWord;
  readonly reasonCode: string;
  /** Pieces of the first line; none: money only. */
  readonly pieces: number;
  readonly amountMinor?: number;
  readonly note: Texts;
}

export const cases: readonly SampleCase[] = [
  {
    buyer: 'xu',
    status: 'delivered',
    kind: 'return',
    reasonCode: 'no_reason',
    pieces: 1,
    note: [
      '多拍了一套，没拆封，想退一套。',
      '多訂了一組，沒拆封，想退一組。',
      'Ordered one set too many; unopened.',
    ],
  },
  {
    buyer: 'sun',
    status: 'received',
    kind: 'resend',
    reasonCode: 'missing_parts',
    pieces: 1,
    note: [
      '少了一个米白的杯子，箱子里只有三个。',
      '少了一個米白的杯子，箱子裡只有三個。',
      'One cream mug is missing; there were only three in the box.',
    ],
  },
  {
    buyer: 'tsai',
    status: 'delivered',
    kind: 'refund',
    reasonCode: 'damaged',
    pieces: 0,
    amountMinor: 3_000,
    note: [
      '茶盘边角磕了一点，不影响用，希望补一点差价。',
      '茶盤邊角碰傷一點，不影響使用，希望補一點差價。',
      'A corner of the tray is chipped; usable, but a little back would be fair.',
    ],
  },
];

/** A refund beyond what an agent of the sample gives alone: it waits for somebody with more authority. */
export const beyondLimit = {
  buyer: 'wu',
  status: 'shipped',
  amountMinor: 12_000,
  reasonCode: 'damaged',
  note: [
    '六个花盆碎了两个，照片已看过，买家很客气，建议退两个的钱。',
    '六個花盆碎了兩個，照片已看過，買家很客氣，建議退兩個的錢。',
    'Two of six planters broke on the way; photos seen. I suggest refunding the two.',
  ] satisfies Texts,
};
