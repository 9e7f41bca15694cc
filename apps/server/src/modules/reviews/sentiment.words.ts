/**
 * The lexicon of the hint, written for reviews of goods: `weight: words`. Chinese stands in simplified letters, traditional
 * ones are folded to them (`folded`); `_` is a space. Nothing here is learnt and nothing leaves the house.
 */
const weights: readonly (readonly [number, string])[] = [
  [
    3,
    `完美 绝了 绝绝子 惊艳 爱不释手 无可挑剔 无懈可击 强烈推荐 物超所值 超值 五星好评 满分 神器 封神 大爱 爱了 赞爆
    perfect excellent amazing awesome outstanding fantastic wonderful superb flawless brilliant
    highly_recommend highly_recommended love_it loved_it best_ever exceeded_my_expectations`,
  ],
  [
    2,
    `满意 喜欢 推荐 好评 点赞 赞 棒 值得 漂亮 精致 细腻 舒服 舒适 结实 好用 好看 好吃 好喝 好闻 好穿 耐用 划算 实惠 贴心
    耐心 热情 专业 惊喜 给力 优秀 正品 回购 质感 高级 物美价廉 无异味 性价比高 cp值高 颜值高 放心 靠谱 不愧 做工好 美观 优质 爱用
    love loved great recommend recommended satisfied happy pleased beautiful gorgeous lovely comfortable sturdy durable
    delicious helpful friendly impressed elegant delighted well_made worth_it no_problem no_problems thank thanks`,
  ],
  [
    1,
    `好 不错 快 新鲜 干净 完好 完整 方便 合适 合身 及时 用心 值 香 厚实 轻便 准时 顺滑 清晰 友好 愉快 凉快 细心 周到 正点 迅速
    没话说 没的说 没毛病 没问题 没得挑 不后悔 不亏 不坑 好在 谢谢 感谢 宝贵 顺手 好洗 保温 稳固 牢固 美味 可爱 温柔
    good nice decent fast quick quickly easy clean fresh works useful well smooth cute soft as_described as_expected fits`,
  ],
  [0.5, '还好 还行 还可以 可以 正好 凑合 够用 将就 fine ok okay acceptable'],
  [-0.5, '一般 普通 差价 马马虎虎 average so-so mediocre refund'],
  [
    -1,
    `慢 贵 麻烦 薄 偏小 偏大 太小 太大 太短 太硬 掉毛 吵 噪音 脏 皱 旧 一般般 异响 色差 退货 等了很久 不值 缺点 遗憾 可惜 催
    slow late expensive wrong dirty noisy unclear scratched scratch smaller confusing could_be_better returned`,
  ],
  [
    -2,
    `差 差劲 失望 破损 破 碎 坏 裂 开裂 掉色 褪色 起球 变形 生锈 漏水 漏液 漏 异味 刺鼻 难闻 难吃 难喝 难看 难用 粗糙 劣质
    敷衍 不理人 不理 后悔 上当 坑 发霉 过期 变质 瑕疵 缺件 少发 发错 漏发 错发 货不对板 划痕 无语 投诉 举报 踩雷 傻眼 离谱 扯
    不合格 不新鲜 不值得 不推荐 没人理 没有回复 不回复 受骗 缩水 次品 廉价 有问题 不一致 不符
    broken damaged cracked disappointed disappointing disappointment poor poorly bad rude defective leaking leaks leaked faulty
    flimsy smelly stinks ugly unhappy overpriced missing waste regret unacceptable unusable annoying
    stopped_working fell_apart never_arrived no_response not_as_described not_worth`,
  ],
  [
    -3,
    `垃圾 骗子 骗人 欺骗 假货 假的 坑人 黑心 黑店 恶心 气死 愤怒 最差 差评 烂 拉胯 智商税 再也不 千万别买 别买 避雷 骗 无良
    scam scammers fraud fake terrible horrible awful worst disgusting useless garbage rubbish trash ripoff rip_off
    waste_of_money hate hated never_again do_not_buy don't_buy stay_away`,
  ],
];

/** Words that turn round what follows them; the number weakens or strengthens it. */
const turning: readonly (readonly [number, string])[] = [
  [0.6, '不太 不怎么 不是很 不算 不够 没那么 没有那么 不那么 hardly barely'],
  [
    1,
    `不 没 没有 无 未 不是 并不 并没有 不会 没什么 从不 不曾 毫无 别 算不上 谈不上
    not never no without nothing isn't wasn't aren't weren't don't doesn't didn't won't can't cannot couldn't wouldn't`,
  ],
  [1.3, '一点都不 一点也不 一点不 完全不 根本不 毫不 绝不 not_at_all'],
];

/** Words that make what follows stronger or weaker. */
const degrees: readonly (readonly [number, string])[] = [
  [
    1.5,
    `很 非常 特别 超 超级 十分 太 真 真的 极 极其 最 巨 特 无比 实在 好生 贼 完全 太过 简直 有够 超赞的
    very really so extremely super absolutely totally incredibly highly completely truly`,
  ],
  [1.2, '挺 蛮 相当 确实 都 quite pretty too'],
  [0.8, '还 比较 还算 fairly rather'],
  [0.6, '有点 有点儿 有些 稍微 稍 略 略微 一点 一点点 slightly somewhat a_bit a_little bit'],
];

/** Words that make what stands before them stronger. */
const after: readonly (readonly [number, string])[] = [
  [1.5, '极了 死了 透了 得很 得不得了 不得了 要命 到爆 爆了 透顶 极致'],
];

/** Words that hold a word of the lexicon and do not mean it. */
const meaningless = `快递 快要 快件 赶快 尽快 快到 你好 您好 好的 好吧 好了 好久 好几 好像 最好 只好 好友 爱好 好奇 好多 好歹 好不好 好坏 就好了
  就更好了 更好 要好 说好 写好 差不多 差点 误差 出差 相差 落差 偏差 价值 颜值 值班 数值 贵店 贵司 贵宾 名贵 慢慢 慢炖 依旧 仍旧 破壁 不好意思 是不是 会不会
  能不能 要不要 不但 不仅 不管 不同 不久 不得不 没想到 无论 无线 别人 别的 特价 特色 真皮 真丝 太阳 超市 最近 最后 最终 还是 还有 还没 都市 漏斗 香水 香港
  香薰 香炉 线香 檀香 沉香 可以吗 坑位 不锈 无糖 破解 开裂纹 冰裂纹 冰裂 裂纹釉 不粘 不沾 坏处 碎花 旧款 退货运费 薄荷 薄胎 薄款
  no_one not_only better no_longer as_well well_known fast_food good_morning good_day`;

/** The sentence turns: what was said before no longer reaches what comes. */
const breaks = '但 但是 可是 不过 然而 只是 而 but however although though yet';

const pairs = {
  from: '絕豔愛釋無懈擊強薦價僅滿評點讚讃值漂亮細緻膩舒實穿誤劃鑽貼熱專業驚優質高級廉買購異顏還隨檢這話說問題謝感對穩鮮乾淨實際錯過來輕準時順滑燙髒皺舊噪聲響響遺憾賬爛騙壞裂顏掉褪變銹鏽漏難聞喫難粗劣應後悔當發黴霉過瑕疵錯貨對板劃無語訴舉報踩傻離譜貌壓縮稅憤黑惡氣別會從並沒麼為樣極實貴慢麻煩歡薄嗎點個顯們線薰沈絲陽還內髮盡幾愛論雖現覺應鬆緊結單雙開關遲裡裏東僞偽裝讓歲壽齊質響惠喜',
  to: '绝艳爱释无懈击强荐价仅满评点赞赞值漂亮细致腻舒实穿误划钻贴热专业惊优质高级廉买购异颜还随检这话说问题谢感对稳鲜干净实际错过来轻准时顺滑烫脏皱旧噪声响响遗憾账烂骗坏裂颜掉褪变锈锈漏难闻吃难粗劣应后悔当发霉霉过瑕疵错货对板划无语诉举报踩傻离谱貌压缩税愤黑恶气别会从并没么为样极实贵慢麻烦欢薄吗点个显们线薰沉丝阳还内发尽几爱论虽现觉应松紧结单双开关迟里里东伪伪装让岁寿齐质响惠喜',
} as const;

const simplified = new Map(
  [...pairs.from].map((letter, n) => [letter, [...pairs.to][n] ?? letter]),
);

/** The text as the lexicon is written, every UTF-16 unit in its place. */
export const folded = (text: string): string =>
  text
    .split('')
    .map((unit) => {
      const wide = unit.normalize('NFKC').toLowerCase();
      const plain = wide.length === 1 ? wide : unit;
      return plain === '’' || plain === '‘' ? "'" : (simplified.get(plain) ?? plain);
    })
    .join('');

export type EntryKind = 'word' | 'turn' | 'degree' | 'after' | 'nothing' | 'break';

export interface Entry {
  readonly kind: EntryKind;
  readonly text: string;
  readonly value: number;
}

const entriesOf = (kind: EntryKind, table: readonly (readonly [number, string])[]): Entry[] =>
  table.flatMap(([value, words]) =>
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => ({ kind, text: word.replaceAll('_', ' '), value })),
  );

const all: readonly Entry[] = [
  ...entriesOf('word', weights),
  ...entriesOf('turn', turning),
  ...entriesOf('degree', degrees),
  ...entriesOf('after', after),
  ...entriesOf('nothing', [[0, meaningless]]),
  ...entriesOf('break', [[0, breaks]]),
];

/** Entries by their first letter, the longest first. */
export const lexicon: ReadonlyMap<string, readonly Entry[]> = new Map(
  [...Map.groupBy(all, ({ text }) => text.charAt(0))].map(([letter, entries]) => [
    letter,
    [...entries].sort((a, b) => b.text.length - a.text.length),
  ]),
);
