import type { conversations, InputOf, ReplyOf } from '@guitai/contract';
import type { BuyerActor, MemberActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findStanding, isReadable } from './conversation.store.ts';
import { conversationRead } from './events.ts';
import { reachOf } from './post.plan.ts';
import type { Standing } from './post.rules.ts';
import { countsAt, moveBuyerRead, moveMark, moveStaffRead, readMark } from './read-mark.store.ts';

type Reply = ReplyOf<typeof conversations.markConversationRead>;

/** RT-10: moves the member's own mark; colleagues keep theirs, the buyer learns that the team has seen it. */
export async function markConversationRead(
  actor: MemberActor,
  tx: Tx,
  { conversationId, seq }: InputOf<typeof conversations.markConversationRead>,
): Promise<Reply | Refusal<'conversation.not_found'>> {
  if (!(await isReadable(actor, tx, conversationId))) return refuse('conversation.not_found');
  const to = await countsAt(tx, conversationId, seq);
  if (to && (await moveMark(tx, conversationId, actor.member, to))) {
    const marks = await moveStaffRead(tx, conversationId, to.seq);
    const standing = await findStanding(tx, conversationId);
    if (marks && standing) tellRead(tx, actor, standing, { ...marks, seq: to.seq });
  }
  return (await readMark(tx, conversationId, actor.member)) ?? { readSeq: 0, unread: 0 };
}

function tellRead(
  tx: Tx,
  actor: MemberActor | BuyerActor,
  standing: Standing,
  marks: { readonly seq: number; readonly buyerReadSeq: number; readonly staffReadSeq: number },
): void {
  const by =
    actor.kind === 'member'
      ? { kind: 'member' as const, id: actor.member }
      : { kind: 'buyer' as const, id: actor.buyer };
  const data = { conversationId: standing.id, by, ...marks };
  const reach = reachOf(standing);
  emit(tx, conversationRead, { subject: standing.id, topic: standing.id, reach, actor, data });
}

/** The buyer has seen their conversation up to a message; only moves forward. Returns it as it now stands. */
export async function markReadByBuyer(
  actor: BuyerActor,
  tx: Tx,
  standing: Standing,
  seq: number,
): Promise<Standing> {
  const to = await countsAt(tx, standing.id, seq);
  const marks = to && (await moveBuyerRead(tx, standing.id, to));
  if (!to || !marks) return standing;
  const seen = { ...standing, ...marks, buyerReadOutbound: to.outbound };
  tellRead(tx, actor, seen, { ...marks, seq: to.seq });
  return seen;
}
