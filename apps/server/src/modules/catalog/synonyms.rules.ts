import { plainText } from './tokens.rules.ts';

/** Words buyers use for one thing, in plain form (see plainText). Products add their own as aliases. */
const groups: readonly (readonly string[])[] = [
  ['手机', '移动电话', 'phone', 'smartphone'],
  ['充电宝', '移动电源', 'powerbank', 'portable charger'],
  ['t恤', '体恤', 'tshirt', 't shirt'],
  ['短袖', 't恤'],
  ['笔记本', '笔记本电脑', 'laptop'],
  ['耳机', '耳麦', 'headphones', 'earbuds'],
  ['热水器', '热水宝'],
  ['水壶', '水杯', 'bottle'],
  ['背包', '双肩包', 'backpack'],
  ['鼠标', 'mouse'],
  ['键盘', 'keyboard'],
  ['台灯', 'lamp'],
  ['吸尘器', 'vacuum'],
  ['洗碗机', 'dishwasher'],
  ['电饭煲', '电饭锅'],
  ['平底锅', '煎锅'],
  ['保温杯', '保温壶'],
  ['羽绒服', '羽绒衣'],
  ['运动鞋', '跑鞋', 'sneakers'],
  ['被子', '被芯'],
  ['毛巾', '面巾'],
  ['垃圾桶', '垃圾筒'],
  ['沙发', 'sofa', 'couch'],
  ['电视', '电视机', 'tv'],
  ['空调', '冷气'],
  ['冰箱', '雪柜'],
  ['吹风机', '电吹风'],
  ['电风扇', '风扇', '落地扇', '电扇', 'fan'],
  ['油烟机', '抽烟机', '吸烟机', '脱排'],
  ['燃气灶', '煤气灶', '灶台'],
  ['数据线', '充电线'],
  ['优盘', 'u盘', '闪存盘'],
];

const likes = new Map<string, Set<string>>();
for (const group of groups) {
  for (const word of group) {
    const others = likes.get(word) ?? new Set<string>();
    for (const other of group) if (other !== word) others.add(other);
    likes.set(word, others);
  }
}

/** Other words for the same thing; none for most. */
export const wordsLike = (word: string): string[] => [...(likes.get(word) ?? [])];

/** Words as they are kept: each once, and none that says nothing. */
export const cleanGroup = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => word.trim()))].filter((word) => plainText(word) !== '');

/** Whether two groups say the same, in whatever order. */
export function sameGroup(some: readonly string[], others: readonly string[]): boolean {
  const plain = new Set(some.map(plainText));
  const other = new Set(others.map(plainText));
  return plain.size === other.size && [...plain].every((word) => other.has(word));
}
