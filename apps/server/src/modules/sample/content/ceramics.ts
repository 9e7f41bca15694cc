import { colour, one, only, pack, type SampleProduct, size } from './words.ts';

export const ceramics: readonly SampleProduct[] = [
  {
    key: 'vase',
    category: 'ceramics',
    title: ['天青釉花瓶', '天青釉花瓶', 'Sky-blue glazed vase'],
    text: [
      '手工拉坯，釉色如雨后天青，插一枝就很好看。易碎品，破损包赔。',
      '手工拉坯，釉色如雨後天青，插一枝就很好看。易碎品，破損包賠。',
      'Thrown by hand, the glaze the colour of the sky after rain; one branch is enough. Breakage on the way is on us.',
    ],
    picture: ['vase', 'sky'],
    differ: size,
    variants: [
      one('QZ-VS-S', ['小号 高 18 cm', '小 高 18 公分', 'Small, 18 cm'], 12800, 25),
      one('QZ-VS-L', ['大号 高 30 cm', '大 高 30 公分', 'Large, 30 cm'], 23800, 8),
    ],
  },
  {
    key: 'mug',
    category: 'ceramics',
    title: ['手作粗陶马克杯', '手作粗陶馬克杯', 'Handmade stoneware mug'],
    text: [
      '350ml，粗陶质感，内壁光滑好清洗，可进微波炉。手工制品大小略有出入。',
      '350ml，粗陶質感，內壁光滑好清洗，可微波。手工製品大小略有出入。',
      '350 ml, rough outside, smooth inside, fit for the microwave. Made by hand, so no two are quite the same.',
    ],
    also: ['杯子', '咖啡杯', '水杯'],
    picture: ['mug', 'sand'],
    differ: colour,
    variants: [
      one('QZ-MG-S', ['米白', '米白', 'Sand'], 5900, 82, 'sand'),
      one('QZ-MG-C', ['青灰', '青灰', 'Grey green'], 5900, 47, 'celadon'),
      one('QZ-MG-I', ['墨黑', '墨黑', 'Ink black'], 5900, 0, 'ink'),
    ],
  },
  {
    key: 'dish-set',
    category: 'ceramics',
    title: ['青花四碗四盘套装', '青花四碗四盤組', 'Blue-and-white set, four bowls and four plates'],
    text: [
      '景德镇釉下彩，可进微波炉和洗碗机，礼盒装，搬家送礼首选。',
      '景德鎮釉下彩，可微波可機洗，禮盒裝，搬家送禮首選。',
      'Underglaze blue from Jingdezhen, fit for microwave and dishwasher, in a gift box.',
    ],
    also: ['餐具', '碗盘'],
    picture: ['dishSet', 'blue'],
    differ: pack,
    variants: only('QZ-DS-08', 39800, 16),
  },
  {
    key: 'sauce-dishes',
    category: 'ceramics',
    title: ['冰裂釉味碟（四只）', '冰裂釉醬料碟（四入）', 'Crackle-glaze sauce dishes, four'],
    text: [
      '自然冰裂纹，非破损；直径 9 cm，蘸料、小菜都好用。',
      '自然冰裂紋，非破損；直徑 9 公分，沾醬、小菜都好用。',
      'The crackle is part of the glaze, not damage. 9 cm across.',
    ],
    also: ['碟子', '蘸料碟'],
    picture: ['sauceDishes', 'celadon'],
    differ: pack,
    variants: only('QZ-SD-04', 4900, 66),
  },
  {
    key: 'stew-pot',
    category: 'ceramics',
    title: ['陶瓷砂锅炖汤煲', '陶瓷砂鍋燉湯煲', 'Clay stew pot'],
    text: [
      '锂辉石陶土，干烧不裂，明火、电陶炉可用，不可用于电磁炉。首次使用请煮一锅米汤养锅。',
      '鋰輝石陶土，乾燒不裂，明火、電陶爐可用，不可用於電磁爐。首次使用請煮一鍋米湯養鍋。',
      'Spodumene clay that stands dry heat; for gas and ceramic hobs, not for induction. Boil rice water in it once before use.',
    ],
    also: ['炖锅', '汤锅', '砂锅'],
    picture: ['stewPot', 'sand'],
    differ: size,
    variants: [
      one('QZ-SP-20', ['2L（2–3 人）', '2L（2–3 人）', '2 l, for 2–3'], 13900, 33),
      one('QZ-SP-35', ['3.5L（4–6 人）', '3.5L（4–6 人）', '3.5 l, for 4–6'], 18900, 14),
    ],
  },
  {
    key: 'planter',
    category: 'ceramics',
    title: ['粗陶多肉花盆', '粗陶多肉盆', 'Stoneware planter'],
    text: [
      '透气排水，底部留孔，口径 12 cm，不含植物。',
      '透氣排水，底部留孔，口徑 12 公分，不含植物。',
      'Breathes and drains, 12 cm across, with a hole in the bottom; the plant is not included.',
    ],
    also: ['花盆'],
    picture: ['planter', 'clay'],
    differ: pack,
    variants: only('QZ-PT-12', 3200, 95),
  },
];
