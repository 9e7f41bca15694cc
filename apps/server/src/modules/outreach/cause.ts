import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { outreachPlanned } from './events.ts';

/** What messages were planned for, e.g. a rule. */
export interface CauseRef {
  readonly kind: string;
  readonly id: string;
}

const set = (tx: Tx, { kind, id }: CauseRef, state: 'paused' | 'stopped') =>
  run(
    tx,
    sql`insert into outreach_causes (team_id, kind, cause_id, state, at)
        values (${tx.team}, ${kind}, ${id}, ${state}, ${now()})
        on conflict (team_id, kind, cause_id) do update set state = excluded.state, at = excluded.at`,
  );

/**
 * Waits until what is being decided and claimed at this moment, in whatever process, is done; nothing begins before this
 * transaction ends. For a pause or a stop that holds from its acknowledgement on.
 */
export async function holdTurn(tx: Tx): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended('outreach ' || ${tx.team}, 0))`);
  await run(
    tx,
    sql`select from outreach_gateways where team_id = ${tx.team} order by id for update`,
  );
}

/** Nothing of this cause is sent until it is resumed; what becomes due meanwhile waits, and may become too late. */
export async function pauseCause(_actor: Actor, tx: Tx, cause: CauseRef): Promise<void> {
  await set(tx, cause, 'paused');
}

/** What waits is sent again, as far as it still fits. A stopped cause may plan and send again too. */
export async function resumeCause(actor: Actor, tx: Tx, cause: CauseRef): Promise<void> {
  await run(
    tx,
    sql`delete from outreach_causes where team_id = ${tx.team} and kind = ${cause.kind} and cause_id = ${cause.id}`,
  );
  await wake(actor, tx, cause);
}

/** Nothing of this cause is sent any more: what waits is skipped at once and says so. */
export async function stopCause(actor: Actor, tx: Tx, cause: CauseRef): Promise<void> {
  await set(tx, cause, 'stopped');
  await run(
    tx,
    sql`update outreach_messages set due_at = ${now()} where team_id = ${tx.team} and state = 'planned'
        and cause_kind = ${cause.kind} and cause_id = ${cause.id} and due_at > ${now()}`,
  );
  await wake(actor, tx, cause);
}

/** Says that there may be something to decide. */
async function wake(actor: Actor, tx: Tx, { kind, id }: CauseRef): Promise<void> {
  const waiting = await first<{ count: number; shops: string[] }>(
    tx,
    sql`select count(*)::int as count, coalesce(array_agg(distinct shop_id), '{}') as shops from outreach_messages
        where team_id = ${tx.team} and cause_kind = ${kind} and cause_id = ${id} and state = 'planned'`,
  );
  if (!waiting || waiting.count === 0) return;
  emit(tx, outreachPlanned, {
    subject: newId(),
    actor,
    data: { count: waiting.count, dueAt: now().toISOString(), shopIds: waiting.shops },
  });
}
