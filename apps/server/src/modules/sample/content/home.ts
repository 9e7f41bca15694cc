import { colour, one, only, pack, type SampleProduct, size } from './words.ts';

export const storage: readonly SampleProduct[] = [
  {
    key: 'basket',
    category: 'storage',
    title: ['竹编收纳篮', '竹編收納籃', 'Woven bamboo basket'],
    text: [
      '手工编织，边缘打磨光滑不刮手，放水果、零食、遥控器都合适。',
      '手工編織，邊緣打磨光滑不刮手，放水果、零食、遙控器都合適。',
      'Woven by hand with smooth edges; for fruit, snacks and remote controls.',
    ],
    also: ['篮子', '果篮'],
    picture: ['basket', 'bamboo'],
    differ: size,
    variants: [
      one('QZ-BK-S', ['小号', '小', 'Small'], 4500, 70),
      one('QZ-BK-M', ['中号', '中', 'Medium'], 6900, 58),
      one('QZ-BK-L', ['大号', '大', 'Large'], 9900, 20),
    ],
  },
  {
    key: 'drawers',
    category: 'storage',
    title: ['竹木抽屉收纳盒', '竹製抽屜收納盒', 'Bamboo drawer box'],
    text: [
      '三层抽屉，免安装，桌面文具、首饰、茶具都能收。',
      '三層抽屜，免組裝，桌面文具、飾品、茶具都能收。',
      'Three drawers, nothing to assemble; for stationery, jewellery or tea things.',
    ],
    also: ['收纳盒'],
    picture: ['drawers', 'bamboo'],
    differ: pack,
    variants: only('QZ-DR-03', 8900, 40),
  },
  {
    key: 'rack',
    category: 'storage',
    title: ['浴室三层置物架', '浴室三層置物架', 'Three-tier bathroom shelf'],
    text: [
      '防潮清漆，承重 30kg，附安装视频，十分钟装好。',
      '防潮清漆，承重 30kg，附組裝影片，十分鐘裝好。',
      'Sealed against damp, carries 30 kg, assembled in ten minutes with our video.',
    ],
    also: ['置物架', '浴室架'],
    picture: ['rack', 'bamboo'],
    differ: pack,
    variants: only('QZ-RK-03', 17900, 11),
  },
  {
    key: 'hangers',
    category: 'storage',
    title: ['竹制衣架（十只）', '竹製衣架（十入）', 'Bamboo hangers, ten'],
    text: [
      '肩宽 42 cm，承重好不变形，带凹槽防滑。',
      '肩寬 42 公分，承重不變形，附凹槽防滑。',
      '42 cm wide, keep their shape, notched for straps.',
    ],
    also: ['衣架'],
    picture: ['hangers', 'bamboo'],
    differ: pack,
    variants: only('QZ-HG-10', 5900, 115),
  },
  {
    key: 'bench',
    category: 'storage',
    title: ['楠竹换鞋凳', '孟宗竹穿鞋凳', 'Bamboo entry bench'],
    text: [
      '坐面承重 150kg，下层可放四双鞋，附六角扳手。大件发德邦送货上门。',
      '坐面承重 150kg，下層可放四雙鞋，附六角扳手。大件專人送貨到府。',
      'Carries 150 kg, with room for four pairs of shoes below; hex key included. Delivered to the door.',
    ],
    also: ['鞋凳', '鞋架'],
    picture: ['bench', 'bamboo'],
    differ: size,
    variants: [
      one('QZ-BN-50', ['50 cm', '50 公分', '50 cm'], 19900, 17),
      one('QZ-BN-80', ['80 cm', '80 公分', '80 cm'], 26900, 6),
    ],
  },
];

export const textiles: readonly SampleProduct[] = [
  {
    key: 'towel',
    category: 'textiles',
    title: ['竹纤维毛巾', '竹纖維毛巾', 'Bamboo-fibre towel'],
    text: [
      '35×75 cm，柔软吸水不掉毛，敏感肌可用。首次使用请温水轻洗。',
      '35×75 公分，柔軟吸水不掉毛，敏感肌可用。初次使用請溫水輕洗。',
      '35 × 75 cm, soft, absorbent, no lint. Wash gently before first use.',
    ],
    picture: ['towel', 'bean'],
    differ: colour,
    variants: [
      one('QZ-TW-W', ['云白', '雲白', 'Cloud white'], 2900, 180, 'porcelain'),
      one('QZ-TW-B', ['豆青', '豆青', 'Bean green'], 2900, 164, 'bean'),
      one('QZ-TW-M', ['雾灰', '霧灰', 'Mist grey'], 2900, 3, 'mist'),
    ],
  },
  {
    key: 'mat',
    category: 'textiles',
    title: ['碳化竹凉席', '碳化竹涼蓆', 'Charred bamboo sleeping mat'],
    text: [
      '高温碳化，凉而不冰，可折叠收纳。用湿布擦拭即可，勿暴晒。',
      '高溫碳化，涼而不冰，可折疊收納。用濕布擦拭即可，勿曝曬。',
      'Charred at high heat; cool but not cold, folds away. Wipe with a damp cloth; keep out of strong sun.',
    ],
    also: ['凉席', '竹席'],
    picture: ['mat', 'charred'],
    differ: size,
    variants: [
      one('QZ-MT-15', ['1.5 米床', '150 公分床', 'Bed 1.5 m'], 25900, 23),
      one('QZ-MT-18', ['1.8 米床', '180 公分床', 'Bed 1.8 m'], 29900, 19),
    ],
  },
  {
    key: 'cushion',
    category: 'textiles',
    title: ['亚麻蒲团坐垫', '亞麻蒲團坐墊', 'Linen floor cushion'],
    text: [
      '直径 45 cm，可拆洗外套，内芯蓬松回弹。',
      '直徑 45 公分，外套可拆洗，內芯蓬鬆回彈。',
      '45 cm across, washable cover, springy filling.',
    ],
    also: ['坐垫', '垫子'],
    picture: ['cushion', 'linen'],
    differ: colour,
    variants: [
      one('QZ-CU-L', ['米麻', '米麻', 'Natural'], 7900, 49, 'linen'),
      one('QZ-CU-I', ['黛蓝', '黛藍', 'Indigo'], 7900, 37, 'indigo'),
    ],
  },
  {
    key: 'runner',
    category: 'textiles',
    title: ['手工苎麻茶席', '手工苧麻茶席', 'Handmade ramie tea runner'],
    text: [
      '30×180 cm，手工染色，防水易打理。',
      '30×180 公分，手工染色，防潑水好整理。',
      '30 × 180 cm, dyed by hand, sheds water.',
    ],
    also: ['茶席', '桌旗'],
    picture: ['runner', 'linen'],
    differ: pack,
    variants: only('QZ-RN-18', 11800, 26),
  },
];

export const scent: readonly SampleProduct[] = [
  {
    key: 'incense',
    category: 'scent',
    title: ['老山檀香线香', '老山檀香線香', 'Sandalwood incense sticks'],
    text: [
      '古法手工，不加化学香精，一支约燃 40 分钟，附陶瓷香插。',
      '古法手工，不加化學香精，一支約燃 40 分鐘，附陶瓷香插。',
      'Made the old way without synthetic scent; a stick burns about 40 minutes. With a ceramic holder.',
    ],
    also: ['线香', '熏香'],
    picture: ['incense', 'clay'],
    differ: pack,
    variants: [
      one('QZ-IN-40', ['40 支', '40 支', '40 sticks'], 4800, 90),
      one('QZ-IN-GB', ['礼盒装', '禮盒裝', 'Gift box'], 12800, 21),
    ],
  },
  {
    key: 'lamp',
    category: 'scent',
    title: ['竹编小夜灯', '竹編小夜燈', 'Woven bamboo night light'],
    text: [
      '三档暖光，USB 充电，续航约 12 小时，卧室茶室都合适。',
      '三段暖光，USB 充電，續航約 12 小時，臥室茶室都合適。',
      'Three warm steps, charged by USB, about 12 hours of light.',
    ],
    also: ['台灯', '小夜灯'],
    picture: ['lamp', 'bamboo'],
    differ: pack,
    variants: only('QZ-LP-01', 14900, 29),
  },
];
