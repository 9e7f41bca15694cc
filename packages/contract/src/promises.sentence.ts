/**
 * Reads a promise out of a sentence somebody of the team wrote to a buyer: what is promised and by when. Pure, and the same for
 * the desk (which offers) and the server (which guesses). It would rather miss one than see one where there is none.
 */
import { type PromiseTime, readTime } from './promises.time.ts';

export interface ReadPromise {
  /** The sentence alone, without what stands around it. */
  readonly sentence: string;
  readonly event:
    | 'shipped'
    | 'delivered'
    | 'refunded'
    | 'parcel_moved'
    | 'restocked'
    | 'price'
    | 'answered';
  readonly time: PromiseTime;
}

type Event = ReadPromise['event'];

const tell =
  '通知|告诉|告訴|告知|联系|聯繫|聯絡|提醒|跟您说|跟您說|喊您|叫您|let you know|tell you|notify you|message you|ping you|e-?mail you';

/** What is promised, the more special first. */
const events: readonly (readonly [Event, RegExp])[] = [
  [
    'restocked',
    new RegExp(
      `(到货|到貨|补货|補貨|有货|有貨|回货|回貨|上架|到店|back in stock|in stock again|restock(ed)?|comes? in).{0,14}(${tell})|(${tell}).{0,24}(back in stock|in stock again|restock|到货|到貨|补货|補貨)`,
      'i',
    ),
  ],
  [
    'price',
    new RegExp(
      `(降价|降價|优惠|優惠|活动|活動|特价|特價|price drops?|goes on sale|on offer).{0,12}(${tell})|(${tell}).{0,24}(price drops?|goes on sale|降价|降價)`,
      'i',
    ),
  ],
  [
    'refunded',
    /退款|退钱|退錢|退给您|退給您|退还|退還|原路退|把.{0,8}(钱|款|差价|差價|邮费|郵費|运费|運費).{0,4}退|refund|money back/i,
  ],
  [
    'parcel_moved',
    /(催|联系|聯繫|聯絡|问|問|跟).{0,4}(快递|快遞|物流|配送|快递员|宅配|黑貓|黑猫|courier|carrier)|chase (the|your)? ?(courier|carrier|parcel)|(contact|call|ask) the (courier|carrier)/i,
  ],
  [
    'shipped',
    /发货|發貨|发出|發出|寄出|寄给您|寄給您|发走|出货|出貨|出库|出庫|补发|補發|补寄|補寄|重发|重發|给您发|給您發|\bship(ped|s)?\b|\bdispatch|send (it|this|them|your (order|parcel)|a (new|replacement)).{0,12}|goes? out|go out|on its way/i,
  ],
  [
    'delivered',
    /送达|送達|送到|能到|会到|會到|到您手|派送到|配送到|签收|\barrives?\b|be delivered|\bdeliver it\b|reach(es)? you/i,
  ],
  [
    'answered',
    /回复|回覆|答复|答覆|回您|回电|回電|给您(消息|结果|反馈|说法)|給您(消息|結果|回饋|說法)|告诉您|告訴您|联系您|聯繫您|聯絡您|反馈给您|回饋給您|跟您(说|說|确认|確認)|get back to you|let you know|update you|call you back|reply|come back to you|send you the answer|write to you/i,
  ],
];

/** Not said of oneself, not for sure, not to come, or asked. */
const notOne = [
  /[?？]\s*$|(吗|嗎|呢|么|麼|没有?|沒有?|不)[~～。！!]*$/,
  /^(请问|請問|为什么|為什麼|怎么|怎麼|什么时候|什麼時候|多久|是否|要不要|需要我|would|could|can|do|does|did|is|are|shall|should|when|why|what|how)\b/i,
  /^(请问|請問|为什么|為什麼|怎么|怎麼|什么时候|什麼時候|多久|是否|要不要|需要)/,
  /不能|不会|不會|没法|沒法|没办法|沒辦法|无法|無法|不支持|不支援|不保证|不保證|不一定|不确定|不確定|不敢|暂时不|暫時不|未能|cannot|can't|won't|will not|not able|unable|no guarantee|can not|not sure|don't|doesn't|isn't|never/i,
  /如果|若是|要是|假如|的话|的話|万一|萬一|一般|通常|正常情况|正常情況|平时|平時|默认|預設|可能|也许|也許|估计|估計|大概|预计|預計|应该|應該|尽量|盡量|争取|爭取|\bif\b|usually|normally|generally|maybe|perhaps|probably|might|should|hopefully|try to|expected|estimated/i,
  /已经?(为您|為您|给您|給您|帮您|幫您|安排)?(发|發|退|寄|送|到|签|簽|出|补|補|联系|聯|催|通知|回)|已經|刚刚?(发|退|寄|联系|催)|剛剛?(發|退|寄|聯|催)|(发货|退款|寄出|送达|签收|發貨|送達|簽收)了|(昨天|前天|上周|上週)|has been|have been|was |were |already|just (shipped|sent|refunded)|yesterday|i('ve| have)/i,
  /(您|亲|親|你)(可以|需要|要|先|收到后|收到後|这边|把|自己|申请|申請|联系|聯|点|點|什么|什麼)|请您|請您|麻烦您|麻煩您|请(在|先|于|提|把|按|联|您)|請(在|先|於|提|把|按|聯|您)|please |you (can|may|need|should|could|will need)|let me know|tell me|您.{0,6}(退货|退貨|申请退款|申請退款)/i,
  /(下单|下單|拍下|付款|支付|审核|審核|收到(货|貨|退货|退貨|包裹)|签收|簽收)(后|後|之后|之後|以后|以後)|(after|once|when) (you|your|we receive|the return)/i,
  /支持|支援|规则|規則|政策|承诺|可享|享受|范围|範圍|条件|條件|方式|流程|时效|時效|policy|within the return/i,
];

/** Said for sure: a time, or that one will. */
const sure =
  /会|會|一定|保证|保證|马上|馬上|立刻|立即|立马|立馬|尽快|盡快|儘快|第一时间|第一時間|给您|給您|帮您|幫您|为您|為您|替您|稍后|稍後|安排|这就|這就|will\b|'ll\b|promise|going to|right away|straight away|as soon as|am (sending|shipping|refunding)|are (sending|shipping|refunding)/i;

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。！!？?；;\n])|(?<=[a-z0-9][.])\s+(?=[A-Z])|(?<=[~～])/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 3 && part.length <= 200);

const clean = (sentence: string): string => sentence.replace(/[\s~～。！!；;.]+$/u, '');

function readSentence(sentence: string): ReadPromise | null {
  const said = clean(sentence);
  if (notOne.some((pattern) => pattern.test(sentence) || pattern.test(said))) return null;
  const event = events.find(([, words]) => words.test(said))?.[0];
  if (!event) return null;
  const time = readTime(said);
  const arrives = event === 'restocked' || event === 'price';
  if (!arrives && time === null && !sure.test(said)) return null;
  if (event === 'delivered' && time === null) return null;
  return {
    sentence: said,
    event,
    time: arrives && time === null ? { kind: 'arrival' } : (time ?? { kind: 'open' }),
  };
}

/** The first promise of a text; null where it holds none. */
export function readPromise(text: string): ReadPromise | null {
  for (const sentence of sentencesOf(text)) {
    const read = readSentence(sentence);
    if (read) return read;
  }
  return null;
}
