import { sql } from 'kysely';
import type { Check } from '../../kernel/checks.ts';
import { run } from '../../kernel/tx.ts';

/** MSG-08: numbers run from 1 without a gap, and the conversation knows the last. */
const dense: Check = {
  name: 'conversations.dense',
  ask: async (tx) => {
    const rows = await run<{ id: string; last: number; n: number; max: number }>(
      tx,
      sql`select c.id, c.last_seq as last, count(m.seq)::int as n, coalesce(max(m.seq), 0) as max
          from conversations c left join messages m on m.team_id = c.team_id and m.conversation_id = c.id
          where c.team_id = ${tx.team} group by c.id, c.last_seq
          having count(m.seq) <> c.last_seq or coalesce(max(m.seq), 0) <> c.last_seq limit 100`,
    );
    return rows.map(
      ({ id, last, n, max }) => `conversation ${id} counts ${last}, has ${n} messages up to ${max}`,
    );
  },
};

/** Every message belongs to a conversation; the hot table carries no foreign key. */
const housed: Check = {
  name: 'conversations.housed',
  ask: async (tx) => {
    const rows = await run<{ id: string }>(
      tx,
      sql`select m.id from messages m where m.team_id = ${tx.team} and not exists (
            select from conversations c where c.team_id = m.team_id and c.id = m.conversation_id) limit 100`,
    );
    return rows.map(({ id }) => `message ${id} has no conversation`);
  },
};

/** Every public message was told to the log exactly once. */
const told: Check = {
  name: 'conversations.told',
  ask: async (tx) => {
    const rows = await run<{ id: string; n: number }>(
      tx,
      sql`select m.id, count(e.seq)::int as n from messages m
          left join events e on e.team_id = m.team_id and e.topic = m.conversation_id and e.subject = m.id
            and e.type in ('message.posted', 'message.hidden')
          where m.team_id = ${tx.team} group by m.id having count(e.seq) <> 1 limit 100`,
    );
    return rows.map(({ id, n }) => `message ${id} stands ${n} times in the log`);
  },
};

export const checks: readonly Check[] = [dense, housed, told];
