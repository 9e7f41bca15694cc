import { one, only, pack, type SampleProduct, size } from './words.ts';

export const kitchen: readonly SampleProduct[] = [
  {
    key: 'plate',
    category: 'kitchen',
    title: ['竹制餐盘', '竹製餐盤', 'Bamboo dinner plate'],
    text: [
      '整竹热压成型，食品级植物油涂层，轻巧耐摔。可盛热食，不建议放入微波炉和洗碗机。',
      '整竹熱壓成型，食品級植物油塗層，輕巧耐摔。可盛熱食，不建議放入微波爐與洗碗機。',
      'Pressed from whole bamboo and sealed with food-safe plant oil; light and hard to break. Fine for hot food; keep out of microwave and dishwasher.',
    ],
    also: ['盘子', '碟子'],
    picture: ['plate', 'bamboo'],
    differ: size,
    variants: [
      one('QZ-PL-20', ['20 cm', '20 公分', '20 cm'], 5800, 126),
      one('QZ-PL-24', ['24 cm', '24 公分', '24 cm'], 7800, 88),
      one('QZ-PL-28', ['28 cm', '28 公分', '28 cm'], 11700, 34),
    ],
  },
  {
    key: 'board',
    category: 'kitchen',
    title: ['整竹切菜板', '整竹砧板', 'Solid bamboo chopping board'],
    text: [
      '三层交错压合，不开裂不积水，自带挂孔。用后冲洗擦干、竖放通风即可。',
      '三層交錯壓合，不裂不積水，附掛孔。用後沖洗擦乾、直立通風即可。',
      'Three crossed layers that do not crack or hold water, with a hole to hang it by. Rinse, dry and stand upright.',
    ],
    also: ['砧板', '菜板', '案板'],
    picture: ['board', 'bamboo'],
    differ: size,
    variants: [
      one('QZ-BD-S', ['小号 30×20 cm', '小 30×20 公分', 'Small, 30 × 20 cm'], 6900, 61),
      one('QZ-BD-L', ['大号 40×28 cm', '大 40×28 公分', 'Large, 40 × 28 cm'], 10900, 27),
    ],
  },
  {
    key: 'chopsticks',
    category: 'kitchen',
    title: ['楠竹筷子（十双装）', '孟宗竹筷（十雙入）', 'Bamboo chopsticks, ten pairs'],
    text: [
      '选用五年以上楠竹，无漆无蜡，筷头微磨砂防滑。首次使用请用热水加少许盐煮五分钟。',
      '選用五年以上孟宗竹，無漆無蠟，筷頭微磨砂防滑。初次使用請以熱水加少許鹽煮五分鐘。',
      'Cut from bamboo at least five years old, without lacquer or wax, tips roughened for grip. Boil for five minutes with a little salt before first use.',
    ],
    also: ['筷子'],
    picture: ['chopsticks', 'bamboo'],
    differ: pack,
    variants: only('QZ-CS-10', 3900, 240),
  },
  {
    key: 'salad-bowl',
    category: 'kitchen',
    title: ['竹制沙拉碗', '竹製沙拉碗', 'Bamboo salad bowl'],
    text: [
      '一体车旋成型，碗壁温润，适合沙拉、凉面和水果。',
      '一體車旋成型，碗壁溫潤，適合沙拉、涼麵與水果。',
      'Turned from one block with a warm, smooth wall; for salad, cold noodles and fruit.',
    ],
    picture: ['saladBowl', 'bamboo'],
    differ: size,
    variants: [
      one('QZ-SB-M', ['中号 20 cm', '中 20 公分', 'Medium, 20 cm'], 8800, 45),
      one('QZ-SB-L', ['大号 25 cm', '大 25 公分', 'Large, 25 cm'], 12800, 18),
    ],
  },
  {
    key: 'ladles',
    category: 'kitchen',
    title: ['竹柄汤勺三件套', '竹柄湯勺三件組', 'Ladle set with bamboo handles'],
    text: [
      '304 不锈钢勺头配碳化竹柄，汤勺、漏勺、饭勺各一，不烫手。',
      '304 不鏽鋼勺頭配碳化竹柄，湯勺、漏勺、飯勺各一，不燙手。',
      'Stainless steel 304 on charred bamboo handles: ladle, skimmer and rice spoon; stays cool in the hand.',
    ],
    also: ['勺子', '汤勺'],
    picture: ['ladles', 'charred'],
    differ: pack,
    variants: only('QZ-LD-3', 7900, 73),
  },
  {
    key: 'steamer',
    category: 'kitchen',
    title: ['手编竹蒸笼', '手編竹蒸籠', 'Hand-woven bamboo steamer'],
    text: [
      '两层一盖，老师傅手工编制，不用一滴胶水。新笼先空蒸十分钟去竹青味。',
      '兩層一蓋，老師傅手工編製，不用一滴膠水。新籠先空蒸十分鐘去竹青味。',
      'Two tiers and a lid, woven by hand without a drop of glue. Steam it empty for ten minutes before the first meal.',
    ],
    also: ['蒸屉'],
    picture: ['steamer', 'bamboo'],
    differ: size,
    variants: [
      one('QZ-ST-18', ['18 cm', '18 公分', '18 cm'], 6500, 52),
      one('QZ-ST-24', ['24 cm', '24 公分', '24 cm'], 9500, 9),
    ],
  },
];
