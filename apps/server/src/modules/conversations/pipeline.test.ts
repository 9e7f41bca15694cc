import { channels, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { visitorSecret, type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { checks } from './checks.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

const key = () => crypto.randomUUID();
const rows = <R>(text: ReturnType<typeof sql>) =>
  w.built.db.read(system(w.team, 'test'), (tx) => run<R>(tx, text));

describe('a message on its way into the log', () => {
  it('CONV-06 a hundred first words at once make one conversation', async () => {
    const buyer = w.visitor();
    const sent = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        buyer.call(channels.sendChatMessage, { clientKey: key(), text: `在吗 ${n}` }),
      ),
    );
    const ids = new Set(sent.map(({ conversation }) => conversation.id));
    expect(ids.size).toBe(1);
    const seqs = sent.map(({ message }) => message.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    const made = await rows<{ visitors: number; buyers: number }>(
      sql`select (select count(*)::int from visitors where channel_id = ${w.channel}) as visitors,
            (select count(distinct buyer_id)::int from conversations) as buyers`,
    );
    expect(made[0]).toEqual({ visitors: 1, buyers: 1 });
  });

  it('MSG-01 the same client key is one message, however often and however parallel', async () => {
    const buyer = w.visitor();
    const clientKey = key();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () =>
        buyer.call(channels.sendChatMessage, { clientKey, text: '同一句' }),
      ),
    );
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1);
    const desk = await w.as('何雅琴');
    const conversationId = sent[0]?.conversation.id ?? '';
    const again = key();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        desk.call(conversations.sendMessage, { conversationId, clientKey: again, text: '在的' }),
      ),
    );
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
    const page = await desk.call(conversations.listMessages, { conversationId });
    expect(page.items.filter(({ kind }) => kind === 'text')).toHaveLength(2);
  });

  it('MSG-08 numbers are dense and the same for everybody', async () => {
    const desk = await w.as('何雅琴');
    const buyer = w.visitor();
    const first = await buyer.call(channels.sendChatMessage, { clientKey: key(), text: '第一句' });
    const conversationId = first.conversation.id;
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        n % 2
          ? buyer.call(channels.sendChatMessage, { clientKey: key(), text: `买家 ${n}` })
          : desk.call(conversations.sendMessage, {
              conversationId,
              clientKey: key(),
              text: `客服 ${n}`,
            }),
      ),
    );
    const page = await desk.call(conversations.listMessages, { conversationId, limit: 200 });
    expect(page.items.map(({ seq }) => seq)).toEqual(page.items.map((_, n) => n + 1));
    const chat = await buyer.call(channels.getChat, {});
    const seen = page.items.filter(({ kind }) => kind === 'text').slice(-50);
    expect(chat.messages.map(({ id }) => id)).toEqual(seen.map(({ id }) => id));
  });

  it('keeps what `guitai verify` asks: dense, housed, told once', async () => {
    for (const { ask, name } of checks) {
      const faults = await w.built.db.read(system(w.team, 'verify'), ask);
      expect(faults, name).toEqual([]);
    }
  });

  it('CON-01 who only looks leaves no row', async () => {
    const secret = visitorSecret();
    const buyer = w.visitor({ secret });
    await buyer.call(channels.getChatFrame, {});
    const chat = await buyer.call(channels.getChat, {});
    expect(chat.conversation).toBeNull();
    const found = await rows<{ n: number }>(
      sql`select count(*)::int as n from visitors where created_at > now() - interval '1 second' and secret_hash = sha256(${secret}::bytea)`,
    );
    expect(found[0]?.n).toBe(0);
  });
});
