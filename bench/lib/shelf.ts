import { createHash } from 'node:crypto';
import { createDb } from '../../apps/server/src/kernel/db.ts';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import { mirrorProducts, type ProductRecord } from '../../apps/server/src/modules/catalog/index.ts';
import type { Product } from './product.ts';

const words = (text: string): readonly string[] => text.split(' ');
const makes = words('清晨 远山 归舟 拾光 木石 半亩 云栖 青禾 南风 白露 初心 小满');
const forms = words(
  '加厚 便携 大号 迷你 防滑 可折叠 复古 北欧风 儿童 商务 静音 速干 抗菌 轻奢 新款 家用',
);
const stuffs = words('不锈钢 纯棉 陶瓷 玻璃 竹制 羊毛 硅胶 实木 尼龙 真皮 亚麻 铝合金');
const things = words(
  '水杯 保温杯 餐盘 炒锅 毛巾 台灯 背包 雨伞 键盘 鼠标 耳机 充电宝 数据线 运动鞋 衬衫 外套 枕头 被子 茶壶 砧板 菜刀 拖鞋 地毯 窗帘 垃圾桶 收纳盒 吹风机 加湿器 电饭煲 洗衣液',
);

/** Words that stand in no other product: each is planted three times. */
export const rare = words(
  '缂丝 榫卯 珐琅 螺钿 箬笠 紫砂 琉璃 香篆 蓑衣 锡罐 团扇 麂皮 貔貅 鎏金 篾编 苎麻 夯土 瓷胎 斫琴 蓝晒 掐丝 剔红 戗金 泥金',
);
const suffixes = words('雅集礼盒 文房摆件 茶席挂饰');

const pick = (list: readonly string[], n: number): string => list[n % list.length] as string;

/** Code of the nth product: unique, and typed with and without its dashes. */
export const skuOf = (n: number): string =>
  `QX-${String(n).padStart(6, '0')}-${pick(words('A B C D E F G'), n)}`;

/** Title of the nth product of `total`; planted ones lie at equal distances. */
export function titleOf(n: number, total: number): string {
  const each = Math.floor(total / (rare.length * suffixes.length));
  const planted = n % each === 0 ? n / each : rare.length * suffixes.length;
  if (planted < rare.length * suffixes.length)
    return pick(rare, planted) + pick(suffixes, Math.floor(planted / rare.length));
  return `${pick(makes, n)} ${pick(forms, Math.floor(n / 7))}${pick(stuffs, Math.floor(n / 3))}${pick(things, Math.floor(n / 5))} ${1 + (n % 5)}件装 M${n % 977}`;
}

const recordOf = (n: number, total: number): ProductRecord => ({
  externalId: `bench-${n}`,
  title: titleOf(n, total),
  status: 'on_sale',
  currency: 'CNY',
  description: '',
  aliases: [],
  pictures: [],
  url: null,
  variants: [
    {
      externalId: `bench-${n}-1`,
      sku: skuOf(n),
      options: { 颜色: pick(words('红色 蓝色 米白 墨绿'), n) },
      priceMinor: 1_000 + n,
      stock: n % 9,
      available: true,
      pictureUrl: null,
      attributes: {},
    },
  ],
  attributes: {},
  hash: createHash('sha256').update(String(n)).digest(),
});

const batch = 1_000;

/** Puts products into the shop the way an import does: mirrored, with variants and their place in the search. */
export async function stock(url: string, { team, shop }: Product, total: number): Promise<void> {
  const db = createDb({ url, max: 2, role: appRole });
  const actor = { kind: 'system', team, why: 'bench', locale: 'en' } as const;
  try {
    for (let from = 0; from < total; from += batch) {
      const size = Math.min(batch, total - from);
      const records = Array.from({ length: size }, (_, n) => recordOf(from + n, total));
      await db.write(actor, (tx) => mirrorProducts(actor, tx, shop, records));
    }
  } finally {
    await db.pool.end();
  }
}
