import type { followups, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { newestConversationOf } from '../conversations/index.ts';
import { membersWith } from '../notices/index.ts';
import { byOf, takeStep, takeSteps } from './act.frame.ts';
import { changeFollowup, lockFollowups } from './followup.store.ts';
import { settingsOfShop } from './settings.ts';
import { showMany, showOne } from './shown.ts';
import { markUndone, stepTo } from './step.store.ts';
import type { FollowupRow } from './tables.ts';
import { tellFollowup } from './tell.ts';

const yearMs = 366 * 24 * 3_600_000;

/** A time to come, within a year. */
export function ahead(instant: string) {
  const at = new Date(instant);
  const span = at.getTime() - now().getTime();
  return span > 0 && span < yearMs ? at : refuse('followup.time_past');
}

/** Who takes a follow-up up is responsible for it, where nobody was. */
const takenBy = (actor: StaffActor, row: FollowupRow) => row.assigneeId ?? byOf(actor);

/** A21: takes one up: the conversation to speak in, and words to begin with. It counts as contacted once something was said. */
export async function contactFollowup(
  actor: StaffActor,
  tx: Tx,
  { followupId }: InputOf<typeof followups.contactFollowup>,
) {
  const [row] = await lockFollowups(tx, [followupId]);
  if (!row) return refuse('followup.not_found');
  const talk = await newestConversationOf(tx, row);
  const refusal = await takeStep(actor, tx, row, 'contact', async () =>
    talk
      ? { conversationId: talk.id, assigneeId: takenBy(actor, row), why: null }
      : refuse('followup.no_conversation'),
  );
  if (refusal) return refusal as ReturnType<typeof refuse<'followup.not_now'>>;
  const followup = await showOne(actor, tx, followupId);
  return { followup, conversationId: talk?.id ?? '', text: followup.text };
}

/** Plans them for another time. */
export async function postponeFollowups(
  actor: StaffActor,
  tx: Tx,
  { ids, until }: InputOf<typeof followups.postponeFollowups>,
) {
  const plannedAt = ahead(until);
  if (isRefusal(plannedAt)) return plannedAt;
  return takeSteps(actor, tx, ids, 'postpone', async () => ({ plannedAt, why: null }));
}

/** Closes them with a result of their shop's list. */
export async function closeFollowups(
  actor: StaffActor,
  tx: Tx,
  { ids, result, note }: InputOf<typeof followups.closeFollowups>,
) {
  return takeSteps(actor, tx, ids, 'close', async (row) => {
    const { results } = await settingsOfShop(tx, row.shopId);
    if (!results.some(({ id }) => id === result)) return refuse('followup.result_unknown');
    const assigneeId = takenBy(actor, row);
    return { result, closedAt: now(), why: null, assigneeId, ...(note ? { note } : {}) };
  });
}

/** Says who is responsible. */
export async function assignFollowups(
  actor: StaffActor,
  tx: Tx,
  { ids, memberId }: InputOf<typeof followups.assignFollowups>,
) {
  return takeSteps(actor, tx, ids, 'assign', async (row) => {
    const fits =
      memberId === null || (await membersWith(tx, 'followups.work', row.shopId)).includes(memberId);
    return fits ? { assigneeId: memberId } : refuse('followup.member_foreign');
  });
}

async function undo(actor: StaffActor, tx: Tx, row: FollowupRow) {
  if (can(actor, 'followups.work', { shop: row.shopId }) !== 'yes') return 'followup.not_found';
  const step = await stepTo(tx, row.id, row.version);
  if (!step) return 'followup.not_undoable';
  await markUndone(tx, row.id, row.version, now());
  await changeFollowup(tx, row.id, step.before);
  record(tx, actor, {
    action: 'followup.undone',
    subject: { kind: 'followup', id: row.id },
    before: { state: row.state, step: step.step },
    after: { state: step.before.state ?? row.state },
    shop: row.shopId,
  });
  tellFollowup(actor, tx, { ...row, state: step.before.state ?? row.state });
  return null;
}

/** Takes back the last step, while nothing came of it: a planned message that is not sent yet is not sent any more. */
export async function undoFollowups(
  actor: StaffActor,
  tx: Tx,
  { ids }: InputOf<typeof followups.undoFollowups>,
) {
  const refused: { id: string; code: string }[] = [];
  const done: string[] = [];
  for (const row of await lockFollowups(tx, ids)) {
    const code = await undo(actor, tx, row);
    if (code) refused.push({ id: row.id, code });
    else done.push(row.id);
  }
  return { items: await showMany(actor, tx, done), refused };
}
