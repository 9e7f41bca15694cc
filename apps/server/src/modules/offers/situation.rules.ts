import type { offers, Static } from '@guitai/contract';

export type Situation = Static<typeof offers.BargainSituation>;

/**
 * What makes a situation: the buyer’s words, how the talk went so far, and the things talked about. Closed on purpose: nothing
 * here tells who the buyer is, what they spent or could pay, and nothing else may be passed in.
 */
export interface SituationFacts {
  /** The buyer’s last words, newest first. */
  readonly words: readonly string[];
  /** Steps of the ladder offered in this talk already. */
  readonly offered: number;
  /** The order under discussion: hours it has waited for its payment; null without one. */
  readonly unpaidHours: number | null;
  /** From how many hours on an order counts as left lying. */
  readonly unpaidFrom: number;
  /** Pieces left of what is talked about; null: not known or not counted. */
  readonly piecesLeft: number | null;
}

/** Spoken words by situation, the more telling situation first; simplified and traditional Chinese, English. */
const spoken: readonly (readonly [Situation, RegExp])[] = [
  [
    'competitor',
    /别家|別家|别的店|別的店|人家.{0,6}(?:卖|賣|才)|隔壁|同款.{0,8}(?:便宜|才|只要)|拼多多|淘宝|淘寶|京东|京東|蝦皮|momo|pchome|amazon|elsewhere|other (?:shop|store|seller)s?|competitor|cheaper (?:at|on|in)/i,
  ],
  [
    'bulk',
    /批发|批發|团购|團購|大量|多买|多買|(?:买|買|要|订|訂|拿)\s*(?:[5-9]|[1-9]\d+|[五六七八九十百千两兩几幾]+)\s*(?:个|個|件|套|只|隻|箱|盒|份|把|张|張)|bulk|wholesale|\b(?:[5-9]|[1-9]\d+)\s*(?:pieces|pcs|units|of them|sets)\b|quantity discount/i,
  ],
  [
    'complaint',
    /上次.{0,12}(?:坏|壞|差|破|慢|不好|问题|問題)|老顾客|老顧客|回头客|回頭客|老客户|老客戶|每次都买|每次都買|一直在你|last time|again (?:broken|late)|loyal|regular customer|bought (?:here )?before/i,
  ],
  [
    'hesitating',
    /考虑|考慮|再看看|想想|有点贵|有點貴|太贵|太貴|贵了|貴了|好贵|好貴|预算|預算|犹豫|猶豫|not sure|think about it|too expensive|bit (?:pricey|expensive|steep)|over (?:my )?budget|pricey/i,
  ],
  [
    'first_ask',
    /便宜|优惠|優惠|折扣|打折|打个折|打個折|少点|少點|少一点|少一點|减点|減點|抹零|包邮|包郵|免运|免運|算我|能低|降价|降價|红包|紅包|返现|券|discount|cheaper|coupon|voucher|deal|lower (?:the )?price|best price|free (?:shipping|delivery|postage)|any offers?/i,
  ],
];

/** The situation some words speak of; null where they are not about the price. */
export const situationOfWords = (text: string): Situation | null =>
  spoken.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const fewLeft = 3;

/** The situation of a talk about the price; `null` where nothing speaks of one. */
export function situationOf(facts: SituationFacts): Situation | null {
  const said = facts.words.map(situationOfWords).find((one) => one !== null) ?? null;
  const lying = facts.unpaidHours !== null && facts.unpaidHours >= facts.unpaidFrom;
  if (said === 'competitor' || said === 'bulk' || said === 'complaint') return said;
  if (said === 'first_ask' && facts.offered > 0) return 'hesitating';
  if (said !== null && facts.piecesLeft !== null && facts.piecesLeft <= fewLeft)
    return 'last_pieces';
  if (said !== null) return said;
  return lying ? 'unpaid' : null;
}
