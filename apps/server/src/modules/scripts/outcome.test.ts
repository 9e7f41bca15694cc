import { channels, orders, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import type { Browser } from '../../../test/office.ts';
import { clientKey } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { type Reactions, startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';
import { payOrder } from '../orders/index.ts';
import { reactions } from './reactions.ts';
import { published, sendPart } from './scripts.test-help.ts';

let w: AtCounter;
let owner: Browser;
let agent: Browser;
let following: Reactions;
beforeAll(async () => {
  w = await atCounter();
  owner = await w.as('何雅琴');
  agent = await w.as('林小满');
  following = startReactions(w.db, reactions, undefined, w.team);
  return () => following.stop();
});

/** Lets the reactions catch up with what has been told. */
async function settle(): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    following.hint(w.team);
    await new Promise((done) => setTimeout(done, 30));
    await following.settled();
  }
}

const figureOf = async (scriptId: string) =>
  (await owner.call(scripts.listScriptFigures, { scriptId })).items[0];

const use = (scriptId: string, more = {}) =>
  agent.call(scripts.sendScriptPart, sendPart({ conversationId: w.conversation, scriptId }, more));

const pay = (orderId: string) => {
  const paying = system(w.team, 'test');
  return w.db.write(paying, (tx) =>
    payOrder(paying, tx, { orderId, kind: 'sandbox', reference: `r-${orderId}` }),
  );
};

describe('SCR-04 usage and outcome', () => {
  it('counts use, changed words and the answer within ten minutes, once', async () => {
    const script = await published(owner, '问候', '您好，在的');
    await use(script.id);
    await use(script.id, { text: '您好，在呢呢呢' });
    await w.chat.call(channels.sendChatMessage, { clientKey: clientKey(), text: '好的' });
    await w.chat.call(channels.sendChatMessage, { clientKey: clientKey(), text: '再问一下' });
    await settle();
    expect(await figureOf(script.id)).toMatchObject({
      used: 2,
      edited: 1,
      replied: { count: 2 },
      ordered: { count: 0 },
      enough: false,
    });
    const late = await published(owner, '晚了', '晚了的');
    await use(late.id);
    await w.doing((tx) =>
      run(
        tx,
        sql`update script_uses set at = at - interval '11 minutes' where script_id = ${late.id}`,
      ),
    );
    await w.chat.call(channels.sendChatMessage, { clientKey: clientKey(), text: '才看到' });
    await settle();
    expect((await figureOf(late.id))?.replied.count).toBe(0);
  });

  it('counts what was ordered and paid within 24 hours after, and takes it back on refund', async () => {
    const script = await published(owner, '推荐', '这款合适');
    await use(script.id);
    const orderId = await w.placed();
    await settle();
    expect(await figureOf(script.id)).toMatchObject({ ordered: { count: 1 }, paid: { count: 0 } });
    await pay(orderId);
    await settle();
    expect(await figureOf(script.id)).toMatchObject({
      paid: { count: 1 },
      paidMinor: 23_400,
      currency: 'CNY',
    });
    await owner.call(orders.cancelOrder, { orderId, reasonCode: 'other' });
    await settle();
    expect(await figureOf(script.id)).toMatchObject({
      used: 1,
      ordered: { count: 0 },
      paid: { count: 0 },
      paidMinor: 0,
    });
  });

  it('does not count what came later than a day', async () => {
    const script = await published(owner, '昨天', '昨天说的');
    await use(script.id);
    await w.doing((tx) =>
      run(
        tx,
        sql`update script_uses set at = at - interval '25 hours' where script_id = ${script.id}`,
      ),
    );
    await pay(await w.placed());
    await settle();
    expect(await figureOf(script.id)).toMatchObject({ ordered: { count: 0 }, paid: { count: 0 } });
  });

  it('splits variants by buyer, the same every time, and shows them apart', async () => {
    const script = await published(owner, '甲乙', {
      variants: [
        { parts: [{ kind: 'text', text: { 'zh-CN': '甲' } }] },
        { parts: [{ kind: 'text', text: { 'zh-CN': '乙' } }] },
      ],
    });
    const at = { conversationId: w.conversation, scriptId: script.id };
    const filled = await Promise.all([1, 2, 3].map(() => agent.call(scripts.fillScript, at)));
    expect(new Set(filled.map(({ variant }) => variant)).size).toBe(1);
    await use(script.id, { variant: filled[0]?.variant ?? 0 });
    const figure = await figureOf(script.id);
    expect(figure?.variants).toMatchObject([{ variant: filled[0]?.variant, used: 1 }]);
    expect(figure?.better).toBeNull();
  });

  it('learns from the question what a script answers, without numbers', async () => {
    const script = await published(owner, '尺寸', '直径 28 厘米');
    await use(script.id, { question: '这个盘子多大 13800138000' });
    const { items } = await agent.call(scripts.getScriptIndex, { ids: script.id });
    expect(items[0]).toMatchObject({ uses: 1, favourite: false });
    expect(items[0]?.learned.split('|')).toEqual(expect.arrayContaining(['盘子', '多大']));
    expect(items[0]?.learned).not.toMatch(/\d/);
  });
});
