import type { followups } from '@guitai/contract';

type Words = followups.FollowupWordsShape;

const of = (cn: string, tw: string, en: string): Words => ({ 'zh-CN': cn, 'zh-TW': tw, en });

/** Ready greetings by day of the calendar: {shop} and {buyer} may stand in them. */
export const greetingWords: Readonly<Record<string, Words>> = {
  new_year: of(
    '元旦快乐！新的一年，{shop}继续陪您把日子过好。',
    '元旦快樂！新的一年，{shop}繼續陪您過好每一天。',
    'A happy new year from {shop}!',
  ),
  spring_festival: of(
    '{shop}给您拜年了！祝您和家人新春快乐、平安顺遂。',
    '{shop}向您拜年！祝您與家人新春快樂、平安順心。',
    'A happy Spring Festival to you and your family, from {shop}!',
  ),
  lantern: of(
    '元宵节快乐，祝您团团圆圆！——{shop}',
    '元宵節快樂，祝您團團圓圓！——{shop}',
    'A happy Lantern Festival from {shop}!',
  ),
  womens_day: of(
    '三八节快乐！{shop}祝您今天的心情格外好。',
    '三八婦女節快樂！{shop}祝您今天心情特別好。',
    'Happy Women’s Day from {shop}!',
  ),
  labour_day: of(
    '五一快乐，好好歇一歇！——{shop}',
    '五一勞動節快樂，好好休息！——{shop}',
    'Happy Labour Day from {shop}: have a good rest!',
  ),
  dragon_boat: of(
    '端午安康！{shop}祝您和家人平安。',
    '端午安康！{shop}祝您與家人平安。',
    'A peaceful Dragon Boat Festival from {shop}!',
  ),
  sale_618: of(
    '618 到了，{shop}的年中优惠已经开始，欢迎来看看。',
    '618 到了，{shop}的年中優惠已經開始，歡迎來看看。',
    'The 6.18 sale of {shop} has begun: come and have a look.',
  ),
  qixi: of('七夕快乐！——{shop}', '七夕快樂！——{shop}', 'A happy Qixi from {shop}!'),
  mid_autumn: of(
    '中秋快乐，人月两圆！——{shop}',
    '中秋快樂，月圓人圓！——{shop}',
    'A happy Mid-Autumn Festival from {shop}!',
  ),
  double_ninth: of(
    '重阳安康，祝家中长辈健康长乐！——{shop}',
    '重陽安康，祝家中長輩健康長樂！——{shop}',
    'A good Double Ninth to you and your elders, from {shop}!',
  ),
  national_day: of(
    '国庆快乐，假期愉快！——{shop}',
    '國慶快樂，假期愉快！——{shop}',
    'Enjoy the National Day holiday! {shop}',
  ),
  sale_1111: of(
    '双十一来了，{shop}的优惠已经开始，需要什么随时问我们。',
    '雙十一來了，{shop}的優惠已經開始，需要什麼歡迎隨時詢問。',
    'The 11.11 sale of {shop} has begun: ask us anything.',
  ),
  sale_1212: of(
    '双十二来了，{shop}年末回馈已经开始。',
    '雙十二來了，{shop}年末回饋已經開始。',
    'The 12.12 sale of {shop} has begun.',
  ),
  birthday: of(
    '{buyer}，生日快乐！{shop}祝您天天开心。',
    '{buyer}，生日快樂！{shop}祝您天天開心。',
    'Happy birthday, {buyer}! All the best from {shop}.',
  ),
};

/** Titles of the cards, by day; others go without. */
export const noWords: Words = of('', '', '');
