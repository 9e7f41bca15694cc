/** What buyers of the sample say of what they bought, each in their own language. */
export interface SampleReview {
  readonly buyer: string;
  /** The order, by the days since it was placed. */
  readonly days: number;
  readonly product: string;
  readonly rating: number;
  readonly words: string;
  /** Written so many days before now. */
  readonly ago: number;
  readonly reply?: string;
}

const review = (
  buyer: string,
  days: number,
  product: string,
  rating: number,
  ago: number,
  words: string,
  reply?: string,
): SampleReview => ({
  buyer,
  days,
  product,
  rating,
  ago,
  words,
  ...(reply === undefined ? {} : { reply }),
});

export const reviews: readonly SampleReview[] = [
  review('sun', 7.2, 'mug', 4, 1.1, '杯子很好看，手感也舒服，就是快递有点慢。'),
  review('he', 8.1, 'basket', 2, 1.6, '编得有点粗糙，有两处毛刺扎手，和图片有差距，不太满意。'),
  review('wang', 5.1, 'cushion', 5, 0.4, '第五次回购了，坐着舒服，颜色也正。'),
  review('zhou', 6.3, 'vase', 1, 0.8, '第一次收到是碎的，补发又等了一周，很失望。'),
  review('tsai', 9.5, 'tray', 5, 2.2, '質感超讚，包裝很用心，推薦給大家。'),
  review('lin', 12.5, 'gaiwan', 4, 6, '瓷很薄，透光漂亮，出水順滑。蓋子再大一點會更好。'),
  review(
    'wang',
    31,
    'teapot',
    5,
    24,
    '出水顺滑，断水利落，泡茶很香，非常满意！',
    '谢谢您！新壶前几泡先用沸水润一润，养起来更快。',
  ),
  review('wang', 95, 'towel', 5, 88, '吸水好，洗了几次不掉色，也没有异味。'),
  review('chen', 44, 'cup', 5, 36, '釉色温润，送朋友很体面，客服写的卡片也很贴心。'),
  review('chen', 88, 'vase', 4, 80, '花瓶不错，比想象的小一点。'),
  review(
    'li',
    52,
    'mug',
    3,
    45,
    '数量没错，有三只杯底有黑点，公司用凑合。',
    '抱歉！三只已补发，请留意签收。',
  ),
  review('liu', 36, 'gaiwan', 5, 29, '胎薄不烫手，喝绿茶正好。'),
  review('he', 58, 'board', 4, 50, '砧板厚实，就是有点重。'),
  review(
    'emma',
    66,
    'mug',
    5,
    52,
    'Beautiful glaze and very well packed for the long way. Love it!',
    'Thank you, Emma! They are safe in the dishwasher, too.',
  ),
  review(
    'zhou',
    41,
    'planter',
    2,
    34,
    '碎了一只，客服退款很快，但是包装太薄了。',
    '包装已加厚，谢谢您提醒。',
  ),
  review('zheng', 73, 'white-tea', 5, 66, '茶香清甜，回购。'),
];
