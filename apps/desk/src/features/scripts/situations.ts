/** What a buyer's words show of the situation a playbook is for. */
interface Situation {
  /** Without one of these the playbook is not what they ask. */
  readonly any: RegExp;
  /** These belong to something else, whatever stands beside them. */
  readonly never?: RegExp;
  /** Words by which one goes straight to a step, in the order of the steps. */
  readonly steps: readonly (RegExp | null)[];
}

const situations: Readonly<Record<string, Situation>> = {
  price_rounds: {
    any: /便宜|优惠|優惠|打折|折扣|几折|砍价|砍價|讲价|講價|议价|議價|还价|還價|少(一?点|一?點|些|多少)|降价|降價|降点|抹零|最低|底价|底價|让(一?点|利)|讓(一?點|利)|太?[贵貴]|划算|劃算|[券劵]|满减|滿減|活动价|包邮|包郵|免邮|免郵|免运|免運|送(点|點)|discount|cheaper|best price|coupon|expensive/,
    never:
      /退[款货貨回]|换货|換貨|差价|差價|保价|价保|[发發]票|物流|快递|快遞|包裹|到哪|过期|refund|invoice/,
    steps: [
      null,
      /别家|別家|别的店|其他店|人家|对面|對面|拼多多|淘宝|京东|天猫|那边|那邊|同款|比[你您].{0,4}(便宜|低)|elsewhere|other shop/,
      /再(便宜|少|低|优惠|優惠|让)|还能.{0,3}(便宜|少|低)|([两兩三四五几幾多]|\d).{0,2}[件个個套只份台]|多[买買拍]|批量|团购|團購|一起[买買拍]|bulk|two|several/,
      /(今天|现在|現在|马上|馬上|立刻).{0,5}([拍付买買]|下单|下單)|最后|最後|最低|底价|底價|final|today/,
      null,
    ],
  },
  quality_doubt: {
    any: /质量|品質|質量|正品|真货|假货|假的|会不会[坏掉裂褪生漏]|會不會[壞掉裂褪生漏]|耐用|结实|結實|容易[坏壞碎裂]|掉色|褪色|色差|([图圖]片?|照片)?.{0,3}(一样|一樣|一致|相符)|实物|實物|实拍|异味|異味|味道大|甲醛|靠谱|靠譜|差评|差評|翻新|quality|durable|genuine|fake/,
    never: /[坏壞碎裂破漏]了|退款|[发發]货|[发發]票|[贵貴]|便宜/,
    steps: [
      null,
      /色差|材质|材質|做工|工艺|工藝|material/,
      /实拍|实物|實拍|實物|差评|差評|买家秀|[图圖]片|照片|photo/,
      /(不好|不合适|不合適|不满意|不滿意|不喜欢|不喜歡|有问题).{0,6}[退换換]|七天|7天/,
      null,
    ],
  },
  reassurance: {
    any: /到哪|物流|快递|快遞|包裹|[发發][货貨出]|出[货貨]|[单單][号號]|(什么|什麼)时候到|(几|幾)天到|多久到|签收|簽收|[没沒]收到|没更新|沒更新|丢件|parcel|ship|track|deliver/,
    never: /退款|退[货貨]|便宜|优惠|優惠|[发發]票|质量|質量/,
    steps: [
      /(拍|付|买|買|下单)(好|完)?了/,
      /[发發][货貨出]|出[货貨]|ship/,
      /到哪|物流|[单單][号號]|天到|多久到|时候到|where|track/,
      /([没沒不未]).{0,4}(动|動|更新|到)|停|丢|慢|催|几天了|幾天了|stuck|late/,
      /签收|簽收|收到了|delivered/,
    ],
  },
  confirmation_review: {
    any: /确认收货|確認收貨|好评|好評|晒图|曬圖|返现|返現|评价|評價|评论|(用|试|試)(了|过|着|著|得).{0,6}(好|顺手|順手|不错|不錯|满意|滿意)|review/,
    never: /(评价|評價|评论).{0,4}(怎么样|怎麼樣|如何|好不好|多吗)|差评|差評|退款/,
    steps: [
      null,
      /确认收货|確認收貨|confirm/,
      /好评|好評|晒|曬|评价|評價|review/,
      /不好用|不满意|不滿意|有问题|有問題/,
      /(评价?|評價?).{0,2}了/,
    ],
  },
  farewell: {
    any: /再看看|再想想|想一下|考虑|考慮|不[买買]了|不要了|先不|算了|下次|再比|改天|think about|not now|never mind/,
    never: /退款|取消|退[货貨]|[发發][货貨]|地址/,
    steps: [/看看|想|考虑|考慮|比|think/, null, /不[买買]|不要|先不|算了|下次|改天|never/, null],
  },
};

/** How well the words show the situation of a step, 0: not at all. The first step goes first, unless the words name a later one. */
export function situationFit(playbook: string, step: number | null, question: string): number {
  const situation = situations[playbook];
  const words = question.normalize('NFKC').toLowerCase();
  if (!situation?.any.test(words) || situation.never?.test(words)) return 0;
  const named = situation.steps.findLastIndex((one) => one?.test(words)) + 1;
  const wanted = named === 0 ? 1 : named;
  return step === wanted ? 1 : 0.5 / (1 + Math.abs((step ?? 1) - wanted));
}

/** Playbooks whose situation can be told by words; those a team has renamed or written keep what they have learned. */
export const isSituation = (playbook: string | null): playbook is string =>
  playbook !== null && playbook in situations;
