/** Words that sell. A text with one of them is advertising, whatever its author says it is. What only looks like one is named beside it. */
const selling = [
  /[\d一二三四五六七八九](?:\.\d)?\s*折(?![叠疊返回断斷])|打折(?![叠疊])|折扣|[优優]惠|(?<![不圆圓])[满滿]\s*\d*\s*元?\s*[减減送]|(?<![成站])立[减減]/,
  /秒[杀殺]|(?<![独獨奇])特[价價]|[促大]促|促[销銷]|清[仓倉]|甩[卖賣]|[抢搶][购購]|(?<![上下期权權有])限[时時](?!送达|送達)|[买買][一1]送|[红紅]包(?![装裝裹])/,
  /抽[奖獎]|[优優代]惠?[券劵]|代金[券劵]|(?<!全)新品|(?<![早晚网網])上新|爆款|[热熱][卖賣](?!家)|(?<!打)包[邮郵]|免[运運]/,
  /\b(?:sale|discounts?|coupons?|vouchers?|promo(?:tion)?s?|special offers?|limited time|new arrivals?|clearance|free (?:shipping|delivery)|black friday)\b/i,
  /\d\s*%\s*off\b|\bbuy (?:one|1)[,\s]+get\b/i,
];

/** Spaces, signs and pictures between two Chinese characters part no word; what ends a clause does. */
const between = /(?<=\p{Script=Han})[^\p{L}\p{N}\n,!?;:，。！？；：、]+(?=\p{Script=Han})/gu;

/** Whether a text to a buyer reads as advertising: then who wants none does not get it. Pure, the same for server and desk. */
export const readsAsAdvertising = (text: string): boolean => {
  // What shows nothing parts no words.
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const joined = plain.replace(between, '');
  return selling.some((words) => words.test(plain) || words.test(joined));
};
