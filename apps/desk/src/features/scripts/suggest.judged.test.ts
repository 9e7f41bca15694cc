import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { scripts } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { everydayLines } from '../../../../server/src/modules/scripts/everyday.ts';
import { playbooks } from '../../../../server/src/modules/scripts/playbooks/index.ts';
import { suggest } from './search.rules.ts';

type Entry = scripts.ScriptEntryShape;

const blank = {
  ...{ scope: 'shop' as const, shopId: null, folderId: null, code: '', pinyin: '', initials: '' },
  ...{ learned: '', kinds: ['text' as const], variants: 1, state: 'published' as const },
  ...{ usable: true, version: 1, favourite: false, uses: 0, usedAt: null },
  updatedAt: '2026-01-01T00:00:00.000Z',
};

/** What a shop begins with: everyday lines and every playbook, as they are shipped. */
const library: Entry[] = [
  ...everydayLines.map((line) => ({
    ...{ ...blank, id: line.code, title: line.title['zh-CN'], text: line.text['zh-CN'] },
    ...{ playbook: null, step: null },
  })),
  ...playbooks.flatMap(({ id, steps }) =>
    steps.map((step, n) => ({
      ...{ ...blank, id: `${id}/${n + 1}`, title: step.title['zh-CN'] },
      ...{ text: step.text['zh-CN'], playbook: id, step: n + 1 },
    })),
  ),
];

const ids = (question: string) => suggest(library, question, 3).map(({ id }) => id);

/** A question, and what may stand first: a line, a playbook, a step of one; '' where nothing of a playbook may stand at all. */
type Judged = readonly [question: string, ...fits: string[]];

/** Written by hand after what buyers of the two real shops have orders, parcels, invoices and complaints about. */
const said: readonly Judged[] = [
  ['这款60升的热水器能便宜点吗', 'price_rounds/1'],
  ['有没有优惠券可以领', 'price_rounds/1'],
  ['太贵了，能不能打个折', 'price_rounds/1'],
  ['洗碗机最低多少钱', 'price_rounds'],
  ['拼多多同款比你们便宜两百', 'price_rounds/2'],
  ['别家才1799，你们怎么这么贵', 'price_rounds/2'],
  ['我买两台能再便宜一点吗', 'price_rounds/3'],
  ['要五个，多买有优惠吗', 'price_rounds/3'],
  ['今天就下单的话还能少多少', 'price_rounds/4'],
  ['能包邮吗', 'price_rounds'],
  ['可以算便宜一點嗎', 'price_rounds/1'],
  ['any discount on this one?', 'price_rounds'],
  ['我的包裹到哪了', 'wl', 'reassurance/3'],
  ['帮我看看快递到哪里了', 'wl', 'reassurance/3'],
  ['物流三天没更新了', 'reassurance/4', 'wl'],
  ['怎么还没发货', 'fh', 'reassurance'],
  ['请问什么时候发货呀', 'fh'],
  ['昨天付款了，今天能发出吗', 'fh', 'reassurance'],
  ['大概几天到', 'wl', 'reassurance'],
  ['单号发我一下', 'wl', 'reassurance', 'fh'],
  ['显示签收了但是我没收到', 'reassurance'],
  ['我要退款', 'tk'],
  ['退款多久到账', 'tk'],
  ['退款以后优惠券还退吗', 'tk'],
  ['申请了退款怎么还不处理', 'tk'],
  ['热水器收到就漏水了，要退款', 'tk'],
  ['质量好不好，会不会用两年就坏', 'quality_doubt/1'],
  ['是正品吗', 'quality_doubt'],
  ['实物和图片一样吗', 'quality_doubt'],
  ['会不会掉色，有色差吗', 'quality_doubt/2'],
  ['容易坏吗，耐用不', 'quality_doubt'],
  ['能发张实拍图吗', 'quality_doubt/3'],
  ['尺寸是多少', 'cf'],
  ['这个什么材质的', 'cf'],
  ['厨房放得下吗，尺寸多大', 'cf'],
  ['我再看看吧', 'farewell/1'],
  ['先考虑一下', 'farewell/1'],
  ['算了不买了', 'farewell'],
  ['下次再说吧', 'farewell'],
  ['怎么确认收货', 'confirmation_review/2'],
  ['好评有返现吗', 'confirmation_review'],
  ['用了几天挺好的', 'confirmation_review'],
];

/** Nothing about the price is said to these, and nothing of a playbook stands first. */
const plain: readonly string[] = [
  ...['发票开了吗', '发票抬头写错了能改吗', '能开专票吗', '安装要收费吗', '师傅什么时候上门安装'],
  ...[
    '加热缓慢怎么办',
    '显示E3故障',
    '收到货少了一个配件',
    '可以换成80升的吗',
    '赠品没有收到怎么回事',
  ],
  ...[
    '地址写错了帮我改一下',
    '保修几年',
    '电话多少',
    '订单取消一下',
    '你好',
    '在吗',
    '嗯嗯',
    '好的谢谢',
  ],
];

const fitting = (found: string | undefined, fits: readonly string[]) =>
  fits.some((fit) => found === fit || found?.startsWith(`${fit}/`));

describe('SCR-05 what is suggested, on judged questions', () => {
  it('stands first in nine of ten', () => {
    const missed = said.filter(([question, ...fits]) => !fitting(ids(question)[0], fits));
    const lines = missed.map(([question]) => `${question} → ${ids(question).join(' ')}`);
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(Math.floor(said.length / 10));
  });

  it('is never a round about the price to a question about something else', () => {
    const others = said.filter(([, ...fits]) => !fits.some((fit) => fit.startsWith('price')));
    const wrong = [...others.map(([question]) => question), ...plain].filter((question) =>
      ids(question).some((id) => id.startsWith('price_rounds')),
    );
    expect(wrong).toEqual([]);
  });

  it('is no playbook where nothing shows its situation', () => {
    const wrong = plain.filter((question) => /\//.test(ids(question)[0] ?? ''));
    expect(wrong).toEqual([]);
  });
});

const data = fileURLToPath(new URL('../../../../../../shared/data/jd-shop/', import.meta.url));
const load = (file: string) =>
  JSON.parse(readFileSync(`${data}${file}`, 'utf8')) as Record<string, Record<string, string>>;

describe.skipIf(!existsSync(`${data}products.json`))('SCR-05 on a real shop', () => {
  it('the price of each product leads to the first round; its faults, orders and parcels never do', () => {
    const products = Object.values(load('products.json'));
    const titles = products.map(({ 商品名称 = '' }) => 商品名称.slice(0, 24));
    const asked = titles.map((title) => ids(`${title}能便宜点吗`)[0]);
    expect(asked.filter((id) => !id?.startsWith('price_rounds/'))).toEqual([]);
    const faults = products.flatMap(({ 常见故障 = '' }) =>
      [...JSON.stringify(常见故障).matchAll(/"故障名称":"([^"]+)"/g)].map(
        ([, name]) => `${name}怎么办`,
      ),
    );
    const orders = Object.keys(load('orders.json')).flatMap((number) => [
      ...[`${number}到哪了`, `${number}这个订单什么时候发货`, `${number}帮我申请退款`],
    ]);
    const questions = [
      ...new Set([...faults, ...orders, ...titles.map((title) => `${title}保修几年`)]),
    ];
    expect(questions.length).toBeGreaterThan(200);
    const wrong = questions.filter((question) =>
      ids(question).some((id) => id.startsWith('price_rounds')),
    );
    expect(wrong).toEqual([]);
  });
});
