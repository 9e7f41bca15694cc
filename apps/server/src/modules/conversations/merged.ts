import { Id, Nullable, Type } from '@guitai/contract';
import { sql } from 'kysely';
import type { SystemActor } from '../../kernel/actor.ts';
import { defineJob, enqueue } from '../../kernel/jobs.ts';
import { react } from '../../kernel/reactions.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { buyerFacts, buyerMerged, buyerParted } from '../buyers/index.ts';
import { learn } from './adoption.ts';

/** Conversations taught in one transaction: few, so that nobody who writes in one of them waits. */
const atOnce = 10;

const pageOf = (tx: Tx, buyerId: string, after: string | null) =>
  run<{ id: string }>(
    tx,
    sql`select id from conversations where team_id = ${tx.team} and buyer_id = ${buyerId}
          and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${atOnce}`,
  );

/** CON-03: the conversations of a merged or parted buyer learn their person's name, a few at a time. */
export const learnPerson = defineJob(
  'conversations.learnPerson',
  Type.Object({ buyerId: Id, after: Nullable(Id) }),
  async (actor, tx, { buyerId, after }) => {
    const buyer = await buyerFacts(tx, buyerId);
    if (!buyer) return;
    const page = await pageOf(tx, buyerId, after);
    for (const { id } of page)
      await learn(actor, tx, id, { buyerName: buyer.name, blocked: buyer.blocked });
    const last = page.at(-1);
    if (last && page.length === atOnce) await enqueue(tx, learnPerson, { buyerId, after: last.id });
  },
);

export const followMerges = react(
  'conversations.followMerges',
  [buyerMerged, buyerParted],
  async (_actor: SystemActor, tx: Tx, { data: { mergedId } }) =>
    enqueue(
      tx,
      learnPerson,
      { buyerId: mergedId, after: null },
      { key: `learnPerson ${mergedId}` },
    ),
);
