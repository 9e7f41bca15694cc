import { channels, conversations, orders, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { clientKey } from '../../../test/talk.ts';
import { formOf, picture } from '../../../test/uploads.ts';
import { run } from '../../kernel/tx.ts';
import { published, sendPart, text } from './scripts.test-help.ts';

let w: AtCounter;
let owner: Browser;
let agent: Browser;
beforeAll(async () => {
  w = await atCounter();
  owner = await w.as('何雅琴');
  agent = await w.as('林小满');
});

const said = async () =>
  (await agent.call(conversations.listMessages, { conversationId: w.conversation })).items;
const uses = (scriptId: string) =>
  w.doing((tx) =>
    run<{ part: number; counts: boolean; edited: number }>(
      tx,
      sql`select part, counts, edited from script_uses where script_id = ${scriptId} order by part`,
    ),
  );

async function uploaded(): Promise<string> {
  const { payload, headers } = formOf({ name: 'p.png', type: 'image/png', bytes: await picture() });
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const reply = await w.built.app.inject({
    method: 'POST',
    url: '/api/script-pictures',
    headers: { ...headers, cookie, origin: 'http://desk.test' },
    payload,
  });
  expect(reply.statusCode).toBe(200);
  return (reply.json() as { id: string }).id;
}

describe('SCR-03 filling', () => {
  it('takes the order in hand, names what is missing at its place, and refuses to send it', async () => {
    const script = await published(
      owner,
      '到哪了',
      '{buyer.name}您好，{order.number}由{logistics.carrier}发出，{today|}',
    );
    const at = { conversationId: w.conversation, scriptId: script.id };
    const empty = await agent.call(scripts.fillScript, at);
    expect(empty.missing).toBe(true);
    expect(empty.parts[0]?.missing.map(({ name }) => name)).toEqual([
      'order.number',
      'logistics.carrier',
    ]);
    const filled = await agent.call(scripts.fillScript, { ...at, orderId: w.order });
    const order = await agent.call(orders.getOrder, { orderId: w.order });
    expect(filled.parts[0]?.text).toContain(`王晓敏您好，${order.number}由{logistics.carrier}`);
    const [gap] = filled.parts[0]?.missing ?? [];
    expect(filled.parts[0]?.text.slice(gap?.start, gap?.end)).toBe('{logistics.carrier}');
    const before = (await said()).length;
    const refused = await agent.attempt(scripts.sendScriptPart, sendPart(at, { orderId: w.order }));
    expect(outcomeOf(refused)).toBe('script.value_missing');
    const typed = sendPart(at, { orderId: w.order, text: '您好{order.number}' });
    expect(outcomeOf(await agent.attempt(scripts.sendScriptPart, typed))).toBe(
      'script.value_missing',
    );
    expect((await said()).length).toBe(before);
  });

  it('never says anything of another buyer’s order', async () => {
    const other = await w.newcomer(await w.identity('b-2', '李四'));
    const script = await published(owner, '订单号', '订单{order.number}');
    const at = { conversationId: other.conversation, scriptId: script.id };
    expect(outcomeOf(await agent.attempt(scripts.fillScript, { ...at, orderId: w.order }))).toBe(
      'script.foreign_order',
    );
    expect(
      outcomeOf(await agent.attempt(scripts.sendScriptPart, sendPart(at, { orderId: w.order }))),
    ).toBe('script.foreign_order');
  });

  it('speaks the language asked for, else the nearest there is', async () => {
    const script = await published(owner, '三语', {
      variants: [{ parts: [{ kind: 'text', text: { 'zh-CN': '您好', en: 'Hello' } }] }],
    });
    const at = { conversationId: w.conversation, scriptId: script.id };
    const texts = await Promise.all(
      (['zh-CN', 'zh-TW', 'en'] as const).map(async (locale) => {
        const { parts } = await agent.call(scripts.fillScript, { ...at, locale });
        return parts[0]?.text;
      }),
    );
    expect(texts).toEqual(['您好', '您好', 'Hello']);
  });
});

describe('SCR-02 several messages', () => {
  it('text, picture, product and order go in order, and a retry under the same keys says nothing twice (MSG-07)', async () => {
    const pictureId = await uploaded();
    const script = await published(owner, '四样', {
      variants: [
        {
          parts: [
            { kind: 'text', text: { 'zh-CN': '您看这款' } },
            { kind: 'picture', pictureId },
            { kind: 'product', productId: w.product },
            { kind: 'order' },
          ],
        },
      ],
    });
    const at = { conversationId: w.conversation, scriptId: script.id };
    const useKey = clientKey();
    const parts = [0, 1, 2, 3].map((part) => sendPart(at, { part, useKey, orderId: w.order }));
    const start = (await said()).length;
    for (const part of [...parts, ...parts]) await agent.call(scripts.sendScriptPart, part);
    const messages = (await said()).slice(start);
    expect(messages.map(({ kind, card }) => card?.type ?? kind)).toEqual([
      'text',
      'image',
      'product',
      'order',
    ]);
    expect(await uses(script.id)).toMatchObject([
      { part: 0, counts: true },
      { part: 1, counts: false },
      { part: 2, counts: false },
      { part: 3, counts: false },
    ]);
    const image = messages[1];
    await agent.call(conversations.recallMessage, {
      conversationId: w.conversation,
      messageId: image?.id ?? '',
    });
    const bytes = await agent.raw({ method: 'GET', path: `/api/script-pictures/${pictureId}` });
    expect(bytes.status).toBe(200);
  });

  it('without an order in hand an order card is refused, and twenty clicks at once are one message', async () => {
    const script = await published(owner, '订单卡', { variants: [{ parts: [{ kind: 'order' }] }] });
    const at = { conversationId: w.conversation, scriptId: script.id };
    expect(outcomeOf(await agent.attempt(scripts.sendScriptPart, sendPart(at)))).toBe(
      'script.no_order',
    );
    const plain = await published(owner, '一次', '只说一次');
    const one = sendPart({ ...at, scriptId: plain.id });
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => agent.attempt(scripts.sendScriptPart, one)),
    );
    expect(new Set(tries.map(outcomeOf))).toEqual(new Set(['done']));
    expect((await said()).filter((message) => message.text === '只说一次')).toHaveLength(1);
    expect(await uses(plain.id)).toHaveLength(1);
  });

  it('what was never published, and what is another shop’s, is not said', async () => {
    const draft = await agent.call(scripts.createScript, {
      scope: 'own',
      title: '草稿',
      content: text('草稿'),
      publish: false,
    });
    const at = { conversationId: w.conversation, scriptId: draft.id };
    expect(outcomeOf(await agent.attempt(scripts.fillScript, at))).toBe('script.not_published');
    expect(outcomeOf(await agent.attempt(scripts.sendScriptPart, sendPart(at)))).toBe(
      'script.part_not_found',
    );
    const observer = await w.as('方予安');
    const open = await published(owner, '公开', '公开');
    const given = sendPart({ ...at, scriptId: open.id });
    expect(outcomeOf(await observer.attempt(scripts.sendScriptPart, given))).toBe('access.denied');
  });
});

describe('SCR-06 forbidden words', () => {
  it('block what is typed and what a script says, through spaces and full width; notes are free', async () => {
    const add = { shopId: null, words: ['微信'], level: 'block' as const };
    expect(outcomeOf(await agent.attempt(scripts.addForbiddenWords, add))).toBe('access.denied');
    const before = await published(owner, '旧的', '加微信');
    await owner.call(scripts.addForbiddenWords, add);
    const typed = { conversationId: w.conversation, clientKey: clientKey(), text: '加 微·信 吧' };
    const refused = await agent.attempt(conversations.sendMessage, typed);
    expect(outcomeOf(refused)).toBe('message.words_blocked');
    expect(refused.ok || refused.problem.problem.params).toMatchObject({ words: ['微信'] });
    const scripted = sendPart({ conversationId: w.conversation, scriptId: before.id });
    expect(outcomeOf(await agent.attempt(scripts.sendScriptPart, scripted))).toBe(
      'message.words_blocked',
    );
    const wish = { scope: 'own', title: 'x', content: text('微 信'), publish: true } as const;
    expect(outcomeOf(await agent.attempt(scripts.createScript, wish))).toBe(
      'message.words_blocked',
    );
    const note = { conversationId: w.conversation, clientKey: clientKey(), text: '他要加微信' };
    expect(outcomeOf(await agent.attempt(conversations.addNote, note))).toBe('done');
    expect(
      (await said()).some((message) => message.kind === 'text' && message.text.includes('微')),
    ).toBe(false);
  });

  it('warn until one is sure; a shop’s words count in that shop; allowed again they pass at once', async () => {
    await owner.call(scripts.addForbiddenWords, { shopId: w.shop, words: ['保证'], level: 'warn' });
    const typed = () => ({
      conversationId: w.conversation,
      clientKey: clientKey(),
      text: '我保证',
    });
    expect(outcomeOf(await agent.attempt(conversations.sendMessage, typed()))).toBe(
      'message.words_warned',
    );
    expect(
      outcomeOf(await agent.attempt(conversations.sendMessage, { ...typed(), sure: true })),
    ).toBe('done');
    const { items } = await owner.call(scripts.listForbiddenWords, {});
    const word = items.find((one) => one.word === '保证');
    await owner.call(scripts.removeForbiddenWord, { wordId: word?.id ?? '' });
    expect(outcomeOf(await agent.attempt(conversations.sendMessage, typed()))).toBe('done');
    expect(
      outcomeOf(
        await w.chat.attempt(channels.sendChatMessage, {
          clientKey: clientKey(),
          text: '有微信吗',
        }),
      ),
    ).toBe('done');
  });
});
