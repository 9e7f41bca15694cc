import type { aftersales } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;
type Params = Readonly<Record<string, unknown>>;

const words = (zhCN: string, zhTW: string, en: string): Words => ({
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
});

/** Kinds of a case in the buyer's words. */
const kinds: Readonly<Record<aftersales.CaseKindWord, Words>> = {
  refund: words('仅退款', '僅退款', 'Refund'),
  return: words('退货退款', '退貨退款', 'Return and refund'),
  exchange: words('换货', '換貨', 'Exchange'),
  repair: words('维修', '維修', 'Repair'),
  resend: words('补发', '補寄', 'Send again'),
  compensate: words('赔付', '賠付', 'Compensation'),
};

/** What happens next, said to the buyer. */
const states: Readonly<Record<aftersales.CaseStateWord, Words>> = {
  asked: words('等待商家处理', '等候商家處理', 'We are looking into it'),
  evidence_wanted: words('请补充凭证', '請補充憑證', 'Please add pictures or words'),
  accepted: words('已同意，准备寄出', '已同意，準備寄出', 'Accepted, getting it ready to send'),
  waiting_goods: words(
    '已同意，请寄回商品并填写单号',
    '已同意，請寄回商品並填寫單號',
    'Accepted: please send the goods back and tell us the number',
  ),
  received: words(
    '已收到退回商品，正在验货',
    '已收到退回商品，驗貨中',
    'Received, being inspected',
  ),
  inspected: words('验货完成，即将处理', '驗貨完成，即將處理', 'Inspected, being settled'),
  settled: words('已完成', '已完成', 'Done'),
  refused: words('未通过', '未通過', 'Declined'),
  withdrawn: words('已撤销', '已撤銷', 'Withdrawn'),
};

const labels = {
  kind: words('售后类型', '售後類型', 'Kind'),
  state: words('进度', '進度', 'Where it stands'),
  decision: words('商家说明', '商家說明', 'From the shop'),
  parcel: words('快递', '物流', 'Parcel'),
} as const satisfies Record<string, Words>;

const known = <W extends object>(of: W, word: unknown): word is keyof W =>
  typeof word === 'string' && Object.hasOwn(of, word);

/** The lines of a case's step on the buyer's card, before goods and money; none where the act belongs to no case. */
export function caseLines(params: Params, locale: Locale): { label: string; value: string }[] {
  const { caseKind, caseState, decision, parcel } = params;
  const line = (label: keyof typeof labels, value: string) =>
    value === '' ? [] : [{ label: labels[label][locale], value: value.slice(0, 1000) }];
  const { carrier = '', number = '' } = (parcel ?? {}) as { carrier?: string; number?: string };
  return [
    ...line('kind', known(kinds, caseKind) ? kinds[caseKind][locale] : ''),
    ...line('state', known(states, caseState) ? states[caseState][locale] : ''),
    ...line('decision', typeof decision === 'string' ? decision : ''),
    ...line('parcel', `${carrier} ${number}`.trim()),
  ];
}
