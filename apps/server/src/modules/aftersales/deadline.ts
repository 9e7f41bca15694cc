import { Id, Instant, OneOf, Type } from '@guitai/contract';
import { sql } from 'kysely';
import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { warnAt } from './case.rules.ts';
import { caseDeadlineNear, caseDeadlinePassed } from './events.ts';
import type { CaseRow } from './tables.ts';
import { tellCase } from './tell.ts';

const Alarm = Type.Object({
  caseId: Id,
  dueAt: Instant,
  what: OneOf(['near', 'passed'] as const),
});

/** Marks that the deadline was told of; undefined when the case moved on meanwhile, or it was told before. */
const noteTold = (tx: Tx, caseId: string, dueAt: string, what: 'near' | 'passed') =>
  first<CaseRow>(
    tx,
    sql`update aftersales_cases set told = ${what} where team_id = ${tx.team} and id = ${caseId} and due_at = ${dueAt}
          and told is distinct from ${what} and told is distinct from 'passed' returning *`,
  );

/** SHOP-07: warns of a deadline and says when it has passed, once each. */
export const deadlineJob = defineJob(
  'aftersales.deadline',
  Alarm,
  async (actor: SystemActor, tx: Tx, { caseId, dueAt, what }) => {
    const row = await noteTold(tx, caseId, dueAt, what);
    const event = what === 'near' ? caseDeadlineNear : caseDeadlinePassed;
    if (row) tellCase(actor, tx, event, row, row.state);
  },
);

const keyOf = (caseId: string, what: string) => `aftersales.deadline ${caseId} ${what}`;

/** Sets the alarms of a case anew; the earlier ones are taken back. */
export async function planDeadline(tx: Tx, caseId: string, dueAt: Date | null): Promise<void> {
  const alarms = dueAt ? { near: warnAt(now(), dueAt), passed: dueAt } : null;
  for (const what of ['near', 'passed'] as const) {
    const key = keyOf(caseId, what);
    if (!alarms || !dueAt) await unqueue(tx, key);
    else {
      const payload = { caseId, dueAt: dueAt.toISOString(), what };
      await enqueue(tx, deadlineJob, payload, { runAt: alarms[what], key });
    }
  }
}
