import type { ColleagueKey } from './people.ts';

/**
 * What was said: `b` the buyer, a colleague's key, or `note:` and a key for a note; minutes ago; the words.
 * `card:` sends a card: `order 0` the buyer's newest order, `product plate`, `tracking 0`, `verify 0`, `address 0`, `remind 0`.
 */
export type Said = readonly [
  who: 'b' | ColleagueKey | `note:${ColleagueKey}`,
  minutes: number,
  words: string,
];

export interface SampleChat {
  readonly buyer: string;
  readonly holder: ColleagueKey | 'loader' | null;
  readonly state: 'open' | 'snoozed' | 'resolved';
  readonly said: readonly Said[];
}

export const chats: readonly SampleChat[] = [
  {
    buyer: 'wang',
    holder: 'loader',
    state: 'open',
    said: [
      ['b', 1_503, '你好，上次那把西施壶很喜欢，朋友看了也想要'],
      ['lin', 1_501, '谢谢您喜欢！180ml 的还有 12 把，需要帮您留一把吗？'],
      ['b', 1_499, '先不用，我这次想买两个大盘子'],
      ['lin', 1_497, 'card:product plate'],
      ['b', 9, '拍好了，两个 28 的'],
      ['lin', 8, '收到啦，今天下午四点前付款的当天发出。'],
      ['b', 3, '在吗？那个地址能改吗'],
      ['b', 1, '我最近住爸妈家，想寄到那边'],
    ],
  },
  {
    buyer: 'li',
    holder: 'loader',
    state: 'open',
    said: [
      ['b', 55, '你好，刚下的 20 套马克杯和品茗杯，麻烦开增值税专票'],
      [
        'chen',
        52,
        '李工您好，专票可以的，请发一下开票资料：公司名称、税号、地址电话、开户行及账号。',
      ],
      ['b', 48, '公司名称：北京云杉信息技术有限公司\n税号：91110108MA00SAMPLE\n地址电话和上次一样'],
      ['note:chen', 46, '上次的开票资料在他 52 天前那单的备注里，财务已有存档。'],
      ['b', 2, '发票开好了吗？财务在催我'],
    ],
  },
  {
    buyer: 'chen',
    holder: null,
    state: 'open',
    said: [
      ['b', 4, '亲，我那单青花碗盘是送朋友搬家的，卡片能写“新居快乐，日日是好日”吗？'],
      ['b', 3, '还有就是价格小票不要放进去～'],
    ],
  },
  {
    buyer: 'zhao',
    holder: 'loader',
    state: 'open',
    said: [
      ['b', 190, '凉席怎么还没到？？'],
      ['chen', 187, '赵先生您好，非常抱歉让您久等了，我马上帮您查。'],
      ['chen', 186, 'card:tracking 0'],
      [
        'chen',
        185,
        '包裹前天到了武汉转运中心之后没有更新，我已经联系圆通加急，今天下班前给您回复。',
      ],
      ['b', 181, '行，今天必须给我个说法'],
      [
        'note:chen',
        170,
        '圆通工单 8842，说是分拣积压，承诺明早派送。若明早还不动，直接顺丰补发一床。',
      ],
      ['b', 5, '都快五点了，到底查到没有？'],
    ],
  },
  {
    buyer: 'liu',
    holder: 'lin',
    state: 'open',
    said: [
      ['b', 130, '壶和杯子一起买有优惠吗'],
      ['lin', 128, '有的，壶 + 四只杯一起拍减 20 元，您直接下单，系统自动减。'],
      ['b', 122, '好，拍了，晚点付'],
      ['lin', 121, '好的，给您留着库存，付款后今天发出。'],
    ],
  },
  {
    buyer: 'lin',
    holder: 'loader',
    state: 'open',
    said: [
      ['b', 320, '您好～請問茶壺和茶盤會一起寄嗎？怕海關分開查很麻煩'],
      ['zhou', 316, '林小姐您好，會併成一件寄出，箱子裡做雙層緩衝，請放心。'],
      ['b', 312, '太好了，那大概幾天會到台北？'],
      ['zhou', 310, '順豐國際一般 4–6 個工作天，出貨後我把追蹤資訊傳給您。'],
      ['b', 12, '想再問一下，電子發票可以開我的載具嗎？'],
    ],
  },
  {
    buyer: 'emma',
    holder: 'lin',
    state: 'open',
    said: [
      [
        'b',
        700,
        'Hi! I ordered the gaiwan and the runner but I am not sure the payment went through?',
      ],
      [
        'lin',
        694,
        'Hello Emma, the order is here but not paid yet. Nothing was charged. Shall I send it to you again?',
      ],
      ['b', 690, 'Yes please. And can you gift-wrap it?'],
      ['lin', 688, 'card:order 0'],
      ['lin', 687, 'Of course, gift wrapping is free. I have put a note on the order.'],
      ['b', 45, 'Perfect, thank you! Is the runner machine washable?'],
      [
        'lin',
        41,
        'Cold water and a gentle cycle are fine, no tumble drying. It sheds most spills anyway.',
      ],
    ],
  },
  {
    buyer: 'zhou',
    holder: 'chen',
    state: 'open',
    said: [
      ['b', 88, '花瓶收到了，这次完好，谢谢你们补发'],
      ['chen', 86, '太好了！让您多等了几天，真的不好意思。'],
      ['b', 85, '没事，态度很好'],
      ['b', 20, '对了，抽屉盒那单什么时候发？'],
      ['chen', 18, '正在打包，今晚交给快递，明早您就能看到物流。'],
    ],
  },
  {
    buyer: 'zheng',
    holder: 'lin',
    state: 'snoozed',
    said: [
      ['b', 1_900, '龙井 125g 的能便宜点吗，隔壁家才 350'],
      [
        'lin',
        1_895,
        '我们是核心产区手工茶，388 已经是会员价。老客可以送您一只品茗杯，您看可以吗？',
      ],
      ['b', 1_890, '我考虑一下，明天答复你'],
      ['lin', 1_889, '好的，链接给您留着，明天我再问问您。'],
    ],
  },
  {
    buyer: 'he',
    holder: 'lin',
    state: 'resolved',
    said: [
      ['b', 3_020, '毛巾给宝宝用可以吗？会不会掉毛'],
      ['lin', 3_017, '可以的，竹纤维柔软不掉毛，第一次用温水轻洗一下就好。'],
      ['lin', 3_016, 'card:product towel'],
      ['b', 3_010, '那我要豆青四条、云白两条'],
      ['lin', 3_008, '好的，一起拍包邮哦。'],
      ['b', 3_001, '已付款，谢谢！'],
      ['lin', 3_000, '收到，今天发出，祝您和宝宝每天都开心。'],
    ],
  },
  {
    buyer: 'huang',
    holder: 'zhou',
    state: 'resolved',
    said: [
      ['b', 4_400, '馬克杯可以微波嗎？'],
      ['zhou', 4_396, '可以微波，但杯口有手工金邊的款式不建議。您買的青灰款沒有金邊，放心使用。'],
      ['b', 4_390, '了解，感謝說明！'],
      ['zhou', 4_388, '不客氣，使用上有任何問題隨時找我。'],
    ],
  },
  {
    buyer: 'daniel',
    holder: 'zhou',
    state: 'resolved',
    said: [
      ['b', 5_900, 'The tracking says my teapot is held at customs. Do I have to do anything?'],
      ['zhou', 5_880, 'card:tracking 0'],
      [
        'zhou',
        5_879,
        'Hello Daniel, it is waiting for the usual inspection. Customs may write to you for the invoice; it is attached to the parcel, and I can send you a copy.',
      ],
      ['b', 5_860, 'A copy would be great.'],
      [
        'zhou',
        5_850,
        'Sent to your e-mail. If nothing moves by Friday I will open a case with the carrier.',
      ],
      ['b', 5_840, 'Thanks for the quick help.'],
    ],
  },
  {
    buyer: 'feng',
    holder: null,
    state: 'open',
    said: [['b', 0.6, '蒲团坐垫外套可以单独买吗？猫把一个抓坏了😿']],
  },
];
