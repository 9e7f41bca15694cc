import { sql } from 'kysely';
import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { react } from '../../kernel/reactions.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { lockOrder, orderActed } from '../orders/index.ts';
import { orderRulesOf } from '../shops/index.ts';
import { dueAfter, paidAtOnce } from './case.rules.ts';
import { insertStep, lockCase, moveCase } from './case.store.ts';
import { freeOnce } from './claim.store.ts';
import { planDeadline } from './deadline.ts';
import { tellDue } from './due.notice.ts';
import { caseChanged } from './events.ts';
import { tellCase } from './tell.ts';

const caseOfAct = (tx: Tx, actId: string) =>
  first<{ id: string }>(
    tx,
    sql`select id from aftersales_cases where team_id = ${tx.team} and paid_act_id = ${actId}`,
  );

/** A settled case whose money did not arrive waits for its settlement again. */
async function reopen(actor: SystemActor, tx: Tx, caseId: string): Promise<void> {
  const row = await lockCase(tx, caseId);
  if (row?.state !== 'settled') return;
  const state = paidAtOnce(row.kind) ? ('asked' as const) : ('inspected' as const);
  const rules = await orderRulesOf(tx, row.shop_id);
  const dueAt = dueAfter(state, now(), rules.refund.decisionHours);
  await moveCase(tx, row, state, dueAt, { paid_act_id: null });
  await insertStep(actor, tx, row.id, { state, note: '', amountMinor: null });
  await planDeadline(tx, row.id, dueAt);
  tellCase(actor, tx, caseChanged, { ...row, state, due_at: dueAt }, row.state);
}

export const reactions = [
  tellDue,
  react('aftersales.followMoney', orderActed, async (actor, tx, event) => {
    const { orderId, act } = event.data;
    if (act.state !== 'failed' && act.state !== 'undone') return;
    await lockOrder(tx, orderId);
    await freeOnce(tx, orderId, act.id);
    const found = await caseOfAct(tx, act.id);
    if (found) await reopen(actor, tx, found.id);
  }),
];
