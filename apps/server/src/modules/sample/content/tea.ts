import { colour, one, only, pack, type SampleProduct, size } from './words.ts';

export const tea: readonly SampleProduct[] = [
  {
    key: 'gaiwan',
    category: 'tea',
    title: ['白瓷盖碗 120ml', '白瓷蓋碗 120ml', 'White porcelain gaiwan, 120 ml'],
    text: [
      '德化白瓷，胎薄透光，碗沿外撇不烫手。适合绿茶、白茶和乌龙。',
      '德化白瓷，胎薄透光，碗緣外撇不燙手。適合綠茶、白茶與烏龍。',
      'Dehua porcelain, thin enough to let light through, with a flared rim that keeps fingers cool. For green, white and oolong tea.',
    ],
    also: ['三才碗'],
    picture: ['gaiwan', 'porcelain'],
    differ: pack,
    variants: only('QZ-GW-120', 9800, 57),
  },
  {
    key: 'teapot',
    category: 'tea',
    title: ['紫砂西施壶', '紫砂西施壺', 'Yixing teapot “Xishi”'],
    text: [
      '宜兴原矿紫泥，半手工，出水顺畅、断水利落，附收藏证书。每把色泽略有不同。',
      '宜興原礦紫泥，半手工，出水順暢、斷水俐落，附收藏證書。每把色澤略有不同。',
      'Purple clay from Yixing, half by hand; pours freely and stops clean. With a certificate. Each pot differs a little in colour.',
    ],
    also: ['茶壶', '茶壺', '宜兴壶'],
    picture: ['teapot', 'clay'],
    differ: size,
    variants: [
      one('QZ-TP-180', ['180ml', '180ml', '180 ml'], 46800, 12),
      one('QZ-TP-240', ['240ml', '240ml', '240 ml'], 52800, 5),
    ],
  },
  {
    key: 'cup',
    category: 'tea',
    title: ['青瓷品茗杯', '青瓷品茗杯', 'Celadon tasting cup'],
    text: [
      '龙泉青瓷，梅子青釉，杯口薄、杯底厚，握感稳。',
      '龍泉青瓷，梅子青釉，杯口薄、杯底厚，握感穩。',
      'Longquan celadon in plum green; thin at the lip, heavy at the foot.',
    ],
    also: ['茶杯'],
    picture: ['cup', 'celadon'],
    differ: pack,
    variants: [
      one('QZ-CP-1', ['单只', '單入', 'One cup'], 3600, 140),
      one('QZ-CP-4', ['四只礼盒', '四入禮盒', 'Gift box of four'], 12800, 36),
    ],
  },
  {
    key: 'tray',
    category: 'tea',
    title: ['竹制干泡茶盘', '竹製乾泡茶盤', 'Bamboo tea tray'],
    text: [
      '重竹压制，暗槽储水 300ml，四脚防滑垫。用后倒水擦干，阴凉处晾放。',
      '重竹壓製，暗槽儲水 300ml，四腳防滑墊。用後倒水擦乾，陰涼處晾放。',
      'Pressed bamboo with a hidden channel for 300 ml of water and four rubber feet. Empty and wipe after use; dry in the shade.',
    ],
    picture: ['tray', 'charred'],
    differ: pack,
    variants: only('QZ-TR-01', 16800, 31),
  },
  {
    key: 'caddy',
    category: 'tea',
    title: ['锡盖陶瓷茶叶罐', '錫蓋陶瓷茶葉罐', 'Tea caddy with a tin lid'],
    text: [
      '锡合金盖密封防潮，罐身可放三两茶叶，送礼自用都合适。',
      '錫合金蓋密封防潮，罐身可放三兩茶葉，送禮自用皆宜。',
      'A tin lid keeps damp out; holds about 150 g of leaves.',
    ],
    also: ['茶叶罐', '茶葉罐'],
    picture: ['caddy', 'celadon'],
    differ: colour,
    variants: [
      one('QZ-CD-G', ['青釉', '青釉', 'Celadon'], 8800, 44, 'celadon'),
      one('QZ-CD-W', ['白釉', '白釉', 'White'], 8800, 39, 'porcelain'),
    ],
  },
  {
    key: 'longjing',
    category: 'tea',
    title: ['明前龙井', '明前龍井', 'Longjing tea, before Qingming'],
    text: [
      '核心产区手工炒制，豆香清爽。收到后请密封放入冰箱冷藏，一年内饮用最佳。',
      '核心產區手工炒製，豆香清爽。收到後請密封冷藏，一年內飲用最佳。',
      'Pan-fired by hand in the core region; fresh, with a scent of chestnut. Keep sealed in the fridge and drink within a year.',
    ],
    also: ['绿茶', '綠茶', '茶叶'],
    picture: ['packet', 'leaf'],
    differ: pack,
    variants: [
      one('QZ-LJ-050', ['50g', '50g', '50 g'], 16800, 60),
      one('QZ-LJ-125', ['125g', '125g', '125 g'], 38800, 22),
    ],
  },
  {
    key: 'white-tea',
    category: 'tea',
    title: ['福鼎老白茶饼 350g', '福鼎老白茶餅 350g', 'Aged Fuding white tea cake, 350 g'],
    text: [
      '五年陈寿眉，枣香药香，可泡可煮。阴凉干燥处存放，越陈越醇。',
      '五年陳壽眉，棗香藥香，可泡可煮。陰涼乾燥處存放，越陳越醇。',
      'Shoumei aged five years, with jujube and herbs in the cup; steep or simmer it. Keeps for years in a dry, cool place.',
    ],
    also: ['白茶', '寿眉', '茶叶'],
    picture: ['teaCake', 'leaf'],
    differ: pack,
    variants: only('QZ-WT-350', 21800, 28),
  },
];
