import type { access } from '@guitai/contract';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { hashOf } from './approval.hand.ts';
import { lineOf } from './approval.line.ts';
import { approvalDuePlan } from './approval.plan.ts';
import { versionOf } from './approval.requester.ts';
import { briefOf } from './approval.shown.ts';
import { countOpen, insertApproval, openTwin } from './approval.store.ts';
import { tellApproval } from './approval.tell.ts';
import { type LimitedAct, weigh } from './authority.ts';
import { beyondAuthority } from './authority.words.ts';
import { stageMinutes } from './limit.store.ts';

/** A command that is beyond the own authority, and why it should be done. */
export interface Wish {
  /** Id of the endpoint; it runs with this input when somebody approves. */
  readonly endpoint: string;
  readonly input: unknown;
  readonly act: LimitedAct;
  readonly note: string;
}

type Asking =
  | access.ApprovalBriefShape
  | Refusal<'authority.approval_needed' | 'authority.beyond_limit' | 'approval.too_many'>;

/** Every open request of an order is rehearsed whenever something is done to it, so one person may keep only so many. */
const mostOpen = 10;

/**
 * What runs later does not ask again and is no rehearsal. It is bound to the facts instead of the version, which also counts
 * what changes nothing for the decision: a remark, a flag.
 */
function inputOf(input: unknown): Record<string, unknown> {
  const given = input as Record<string, unknown>;
  const { approvalNote: _note, preview: _preview, expectedVersion: _version, ...rest } = given;
  return rest;
}

const conversationOf = ({ conversationId }: Record<string, unknown>): string | null =>
  typeof conversationId === 'string' ? conversationId : null;

async function keep(
  actor: StaffActor,
  tx: Tx,
  wish: Wish,
  why: access.LimitReachedShape[],
  stage: number,
) {
  const { kind, id: requesterId } = actorRef(actor) as { kind: 'member' | 'key'; id: string };
  const input = inputOf(wish.input);
  const id = newId();
  const askedAt = now();
  const dueAt = new Date(askedAt.getTime() + (await stageMinutes(tx)) * 60_000);
  await insertApproval(tx, {
    id,
    ...{
      endpoint: wish.endpoint,
      input,
      act: wish.act,
      note: wish.note,
      why,
      stage,
      askedAt,
      dueAt,
    },
    factsHash: hashOf(wish.act),
    conversationId: conversationOf(input),
    requesterKind: kind,
    requesterId,
    requesterVersion: await versionOf(tx, kind, requesterId),
  });
  await enqueue(tx, approvalDuePlan, { approvalId: id }, { runAt: dueAt, key: `approval ${id}` });
  return id;
}

/**
 * Stores a command for somebody else to approve; nothing of it is carried out. The same wish asked twice is one request.
 * Refused when it is never done, when nobody may approve it, when an approved command would ask again, or when too many of
 * the same person wait on the order already.
 */
export async function requestApproval(actor: Actor, tx: Tx, wish: Wish): Promise<Asking> {
  const verdict = await weigh(actor, tx, wish.act);
  const why = verdict.verdict === 'yes' ? [] : [...verdict.why];
  const staff = actor.kind === 'member' || actor.kind === 'key' ? actor : null;
  if (!staff || staff.approval || verdict.verdict === 'no') {
    return refuse('authority.beyond_limit', { why });
  }
  const requester = actorRef(staff).id ?? '';
  const twin = await openTwin(tx, requester, wish.endpoint, hashOf(wish.act));
  if (twin) return briefOf(twin);
  const { orderId } = wish.act;
  if (orderId !== null && (await countOpen(tx, requester, orderId)) >= mostOpen) {
    return refuse('approval.too_many', { most: mostOpen });
  }
  const line = await lineOf(tx, { act: wish.act, requester });
  if (line.length === 0) return beyondAuthority(actor, tx, wish.act, { verdict: 'no', why });
  const stage = Math.min(...line.map((one) => one.stage));
  const id = await keep(staff, tx, wish, why, stage);
  return briefOf(await tellApproval(staff, tx, id, 'requested', line));
}
