import type { access, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { errorText } from '../../kernel/texts.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lineOf } from './approval.line.ts';
import { decided, endApproval, handUp, type Open, openApproval } from './approval.open.ts';
import { requesterOf } from './approval.requester.ts';
import { type Approver, nextStage } from './approval.rules.ts';
import { type Ran, runApproved } from './approval.run.ts';
import { isRequester, placeOf } from './approval.shown.ts';
import type { Holder } from './limit.find.ts';
import { memberOfId } from './member.store.ts';
import type { CommandOf } from './ports.ts';

async function holderAt(tx: Tx, { inPlaceOf }: Approver): Promise<Holder> {
  const member = await memberOfId(tx, tx.team ?? '', inPlaceOf);
  if (!member) throw new Error('a member vanished');
  return { kind: 'member', id: member.id, role: member.role };
}

/** Above the approver's own authority too: the next in line is asked, if there is anybody. */
async function goUp(actor: StaffActor, tx: Tx, open: Open) {
  const stage = nextStage(open.line, open.row.stage);
  if (stage === null) {
    const approvers = open.line.map((one) => one.name).join('、') || '—';
    return refuse('approval.above_own', { approvers });
  }
  return decided(actor, 'handed_up', await handUp(actor, tx, open, stage), open);
}

/** Not the order's or the requester's fault: the request waits on, and may be tried again. */
const isPassing = ({ code }: Refusal): boolean => {
  const { status } = errorText(code) ?? { status: 500 };
  return status === 429 || status === 503 || code === 'order.platform_down';
};

const reasonOf = (ran: Exclude<Ran, { ended: 'done' }>) =>
  ran.ended === 'refused' && ran.refusal.code !== 'order.version_conflict'
    ? ({ voidReason: 'not_possible', refusalCode: ran.refusal.code } as const)
    : ({ voidReason: 'changed' } as const);

const voided = async (
  actor: StaffActor,
  tx: Tx,
  open: Open,
  why: Parameters<typeof endApproval>[4],
) => decided(actor, 'void', await endApproval(actor, tx, open, 'void', why), open);

/**
 * Approves a request: its command runs in this transaction, in the name of who asked, and counts against the authority of who
 * approves. What changed since voids it, what is above the approver goes to the next in line; either way nothing is carried out.
 */
export const grantApprovalWith =
  (commandOf: CommandOf) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof access.grantApproval>) => {
    const open = await openApproval(actor, tx, input.approvalId);
    if (isRefusal(open)) return open;
    const { row, line } = open;
    if (isRequester(actor, row)) return refuse('approval.own');
    const requester = await requesterOf(tx, row);
    if (!requester) return voided(actor, tx, open, { voidReason: 'requester_changed' });
    const place = placeOf(actor, line);
    if (!place) return goUp(actor, tx, open);
    const approver = await holderAt(tx, place);
    const ran = await runApproved(commandOf, tx, { row, requester, approver });
    if (ran.ended === 'short') {
      return goUp(actor, tx, {
        row,
        line: await lineOf(tx, { act: row.act, requester: row.requester_id }),
      });
    }
    if (ran.ended === 'refused' && isPassing(ran.refusal)) {
      return refuse('approval.not_now', { code: ran.refusal.code });
    }
    if (ran.ended !== 'done') return voided(actor, tx, open, reasonOf(ran));
    const inPlaceOf = place.inPlaceOf === place.id ? null : place.inPlaceOf;
    const ended = await endApproval(actor, tx, open, 'approved', { by: place.id, inPlaceOf });
    return decided(actor, 'done', ended, open);
  };
