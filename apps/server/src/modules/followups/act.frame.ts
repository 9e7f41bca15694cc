import type { followups } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { type Change, changeFollowup, lockFollowups } from './followup.store.ts';
import { showMany } from './shown.ts';
import { after, type Step } from './state.rules.ts';
import { writeStep } from './step.store.ts';
import type { FollowupRow } from './tables.ts';
import { tellFollowup } from './tell.ts';

export type Code = keyof typeof followups.followupsErrors;

/** What a step of a person changes besides the state, or why it does not go. */
export type Effect = (row: FollowupRow) => Promise<Change | Refusal<Code>>;

export const byOf = (actor: StaffActor): string | null =>
  actor.kind === 'member' ? actor.member : null;

const beforeOf = ({
  id: _i,
  version: _v,
  shopId: _s,
  buyerId: _b,
  ...row
}: FollowupRow): Change => ({
  state: row.state,
  plannedAt: row.plannedAt,
  assigneeId: row.assigneeId,
  conversationId: row.conversationId,
  messageId: row.messageId,
  round: row.round,
  result: row.result,
  note: row.note,
  why: row.why,
  contactedAt: row.contactedAt,
  contactedBy: row.contactedBy,
  closedAt: row.closedAt,
});

/** Takes a person's step with one follow-up the transaction holds: check → effect → row → event → audit. */
export async function takeStep(
  actor: StaffActor,
  tx: Tx,
  row: FollowupRow,
  step: Step,
  effect: Effect,
): Promise<Refusal<Code> | null> {
  if (can(actor, 'followups.work', { shop: row.shopId }) !== 'yes')
    return refuse('followup.not_found');
  const state = row.state === 'waiting' && step === 'send' ? null : after(row, step);
  if (state === null) return refuse('followup.not_now');
  const change = await effect(row);
  if (isRefusal(change)) return change;
  await changeFollowup(tx, row.id, { ...change, state });
  const at = now();
  const version = row.version + 1;
  await writeStep(tx, { id: row.id, version, step, before: beforeOf(row), by: byOf(actor), at });
  record(tx, actor, {
    action: `followup.${step}`,
    subject: { kind: 'followup', id: row.id },
    before: { state: row.state },
    after: { state, ...(change.result ? { result: change.result } : {}) },
    shop: row.shopId,
  });
  const assigneeId = change.assigneeId === undefined ? row.assigneeId : change.assigneeId;
  tellFollowup(actor, tx, { ...row, state, assigneeId });
  return null;
}

/** The same for several: each for itself, those that do not go say why. */
export async function takeSteps(
  actor: StaffActor,
  tx: Tx,
  ids: readonly string[],
  step: Step,
  effect: Effect,
) {
  const refused: { id: string; code: string }[] = [];
  const rows = await lockFollowups(tx, ids);
  const known = new Set(rows.map(({ id }) => id));
  for (const id of new Set(ids))
    if (!known.has(id)) refused.push({ id, code: 'followup.not_found' });
  const done: string[] = [];
  for (const row of rows) {
    const refusal = await takeStep(actor, tx, row, step, effect);
    if (refusal) refused.push({ id: row.id, code: refusal.code });
    else done.push(row.id);
  }
  return { items: await showMany(actor, tx, done), refused };
}
