import type { Locale } from '../../../kernel/actor.ts';

/** An invented buyer. Numbers and addresses belong to nobody. */
export interface SampleBuyer {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly level: string | null;
  /** 1 (hard) to 5 (a joy); null: nobody has said yet. */
  readonly friendliness: number | null;
  readonly tags: readonly string[];
  readonly remark: string;
  readonly locale: Locale;
  readonly country: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly postcode: string;
  /** May be taken on in the demo shop without a password. */
  readonly shopper?: true;
  /** Why the buyer is on the blocklist. */
  readonly blocked?: string;
}

type Where = readonly [
  country: string,
  province: string,
  city: string,
  district: string,
  street: string,
  postcode: string,
];

const buyer = (
  key: string,
  name: string,
  phone: string,
  where: Where,
  more: Partial<SampleBuyer> = {},
): SampleBuyer => {
  const [country, province, city, district, street, postcode] = where;
  return {
    key,
    name,
    phone,
    email: null,
    level: null,
    friendliness: null,
    tags: [],
    remark: '',
    locale: 'zh-CN',
    country,
    province,
    city,
    district,
    street,
    postcode,
    ...more,
  };
};

export const buyers: readonly SampleBuyer[] = [
  buyer(
    'wang',
    '王晓敏',
    '13800004614',
    ['', '浙江省', '杭州市', '余杭区', '竹溪路 8 号听松苑 3 幢 1202 室', '311100'],
    {
      email: 'xiaomin@example.com',
      level: 'VIP2',
      friendliness: 4,
      tags: ['老客', '爱茶'],
      remark: '只收顺丰，晚上七点后送。',
      shopper: true,
    },
  ),
  buyer(
    'li',
    '李建国',
    '13900001725',
    ['', '北京市', '北京市', '海淀区', '云杉西街 21 号院 6 号楼', '100080'],
    {
      email: 'li.jianguo@example.com',
      level: 'VIP1',
      friendliness: 4,
      tags: ['企业采购', '要发票'],
      remark: '公司采购，每单都要增值税专用发票。',
    },
  ),
  buyer(
    'chen',
    '陈雪静',
    '13700002836',
    ['', '上海市', '上海市', '徐汇区', '临江里 188 弄 5 号 901', '200030'],
    {
      email: 'xuejing@example.com',
      level: 'VIP3',
      friendliness: 5,
      tags: ['老客', '送礼'],
      remark: '常买礼盒，喜欢附手写卡片。',
      shopper: true,
    },
  ),
  buyer(
    'zhang',
    '张伟',
    '13600003947',
    ['', '广东省', '广州市', '天河区', '棠荫路 77 号 B 座 1503', '510630'],
    { friendliness: 3 },
  ),
  buyer(
    'liu',
    '刘洋',
    '13500005058',
    ['', '四川省', '成都市', '武侯区', '锦里东三巷 12 号 2 单元 602', '610041'],
    { level: 'VIP1', friendliness: 5, tags: ['爱茶'], shopper: true },
  ),
  buyer(
    'zhao',
    '赵磊',
    '15000006169',
    ['', '湖北省', '武汉市', '洪山区', '珞樱路 309 号', '430070'],
    { friendliness: 2, tags: ['催单'], remark: '性子急，先道歉再说事。' },
  ),
  buyer(
    'sun',
    '孙倩',
    '15100007270',
    ['', '江苏省', '南京市', '鼓楼区', '乌衣新村 16 号 401', '210009'],
    { level: 'VIP1', friendliness: 4, tags: ['新居'], shopper: true },
  ),
  buyer(
    'zhou',
    '周洁',
    '15200008381',
    ['', '江苏省', '苏州市', '工业园区', '星港花园 9 幢 804', '215021'],
    { friendliness: 4 },
  ),
  buyer('wu', '吴昊', '15800009492', [
    '',
    '陕西省',
    '西安市',
    '雁塔区',
    '慈恩东路 55 号 1 号楼 2101',
    '710061',
  ]),
  buyer(
    'zheng',
    '郑凯',
    '15900010503',
    ['', '福建省', '厦门市', '思明区', '环岛里 6 号 302', '361005'],
    { tags: ['爱茶'], friendliness: 3 },
  ),
  buyer(
    'feng',
    '冯雨',
    '18600011614',
    ['', '重庆市', '重庆市', '渝北区', '金开坡 3 号 7-2', '401120'],
    { friendliness: 4 },
  ),
  buyer(
    'he',
    '何静',
    '18700012725',
    ['', '湖南省', '长沙市', '岳麓区', '麓谷小镇 11 栋 1104', '410006'],
    { level: 'VIP1', tags: ['宝妈'], friendliness: 5 },
  ),
  buyer(
    'xu',
    '许丽',
    '18800013836',
    ['', '山东省', '青岛市', '市南区', '栈桥北里 42 号', '266001'],
    { friendliness: 3, tags: ['要发票'] },
  ),
  buyer(
    'gao',
    '高明',
    '18900014947',
    ['', '黑龙江省', '哈尔滨市', '南岗区', '松花西街 90 号 5 单元', '150001'],
    { remark: '偏远，冬季陶瓷加厚包装。' },
  ),
  buyer(
    'lin',
    '林怡婷',
    '0912000151',
    ['台灣', '台北市', '台北市', '大安區', '青田巷 7 號 4 樓', '106'],
    {
      email: 'yiting@example.com',
      locale: 'zh-TW',
      level: 'VIP1',
      friendliness: 5,
      tags: ['台灣'],
      shopper: true,
    },
  ),
  buyer(
    'huang',
    '黃志豪',
    '0922000262',
    ['台灣', '台中市', '台中市', '西區', '草悟里 33 號', '403'],
    { locale: 'zh-TW', friendliness: 4, tags: ['台灣'] },
  ),
  buyer(
    'tsai',
    '蔡佩君',
    '0933000373',
    ['台灣', '高雄市', '高雄市', '鼓山區', '濱海一路 120 號 8 樓', '804'],
    { locale: 'zh-TW', tags: ['台灣', '送禮'] },
  ),
  buyer(
    'emma',
    'Emma Clarke',
    '+447700900184',
    ['United Kingdom', 'England', 'Bristol', '', '14 Harbour Lane', 'BS1 0AA'],
    {
      email: 'emma.clarke@example.com',
      locale: 'en',
      level: 'VIP1',
      friendliness: 5,
      tags: ['overseas'],
      shopper: true,
    },
  ),
  buyer(
    'daniel',
    'Daniel Weber',
    '+4915550001295',
    ['Germany', 'Berlin', 'Berlin', '', 'Lindenhof 5', '10115'],
    { email: 'daniel.weber@example.com', locale: 'en', friendliness: 3, tags: ['overseas'] },
  ),
  buyer(
    'meng',
    '孟琪',
    '17000015406',
    ['', '河北省', '石家庄市', '长安区', '建新胡同 2 号', '050011'],
    {
      friendliness: 1,
      tags: ['恶意退款'],
      blocked: '三个月内五次收货后以“空包裹”为由退款，监控核实均为正常发货。',
    },
  ),
];

/** Colleagues of the sample team: they show in lists and hold conversations, and nobody can sign in as them. */
export const colleagues = [
  { key: 'lin', name: '林小满', role: 'agent', locale: 'zh-CN' },
  { key: 'chen', name: '陈可', role: 'agent', locale: 'zh-CN' },
  { key: 'zhou', name: '周以宁', role: 'lead', locale: 'zh-CN' },
] as const;

export type ColleagueKey = (typeof colleagues)[number]['key'];
