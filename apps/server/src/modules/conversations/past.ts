import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { insertConversation } from './conversation.store.ts';
import { conversationClosed, conversationOpened, conversationSnoozed } from './events.ts';
import { wake } from './jobs.ts';
import { afterMessage, type Card, type Standing, type Words } from './post.rules.ts';
import { moveMark } from './read-mark.store.ts';
import { type Step, tell, write } from './say.ts';
import { saveStanding } from './standing.store.ts';
import { wakeKey } from './waking.ts';

/** A message that was said before this system knew of it. */
export interface PastMessage {
  readonly author: {
    readonly kind: 'buyer' | 'member';
    readonly id: string;
    readonly name: string;
  };
  readonly kind: 'text' | 'note' | 'card';
  readonly text: string;
  readonly card: Card | null;
  readonly at: Date;
}

export interface PastConversation {
  readonly shopId: string;
  readonly shopName: string;
  readonly channelId: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly assigneeId: string | null;
  readonly state: 'open' | 'snoozed' | 'resolved';
  readonly snoozedUntil: Date | null;
  /** In the order in which they were said; at least one. */
  readonly messages: readonly PastMessage[];
}

const wordsOf = (message: PastMessage): Words => ({
  id: newId(),
  kind: message.kind,
  authorKind: message.author.kind,
  authorId: message.author.id,
  authorName: message.author.name,
  text: message.text,
  card: message.card,
  file: null,
  line: null,
  clientKey: null,
});

function standingBefore(past: PastConversation, at: string): Standing {
  const { shopId, shopName, channelId, buyerId, buyerName, assigneeId } = past;
  return {
    ...{ id: newId(), version: 1, shopId, shopName, channelId, channelKind: 'web' },
    ...{ buyerId, buyerName, state: 'open', assigneeId, waitingSince: null },
    ...{ snoozedUntil: null, snoozedForOrder: false, lastSeq: 0, lastText: '', lastKind: null },
    ...{ lastAuthorKind: null, lastAt: at, replySeq: 0, replyBy: null, inbound: 0, outbound: 0 },
    ...{ buyerReadSeq: 0, buyerReadOutbound: 0, staffReadSeq: 0, blocked: false, previousId: null },
    ...{ openedAt: at, resolvedAt: null, page: null },
  };
}

/** How it stands today: the clocks of a conversation that is put aside or over do not run. */
function standingNow(past: PastConversation, last: Standing): Standing {
  const { state } = past;
  const snoozedUntil = past.snoozedUntil?.toISOString() ?? null;
  if (state === 'snoozed') return { ...last, state, snoozedUntil };
  if (state === 'open') return last;
  return { ...last, state, waitingSince: null, resolvedAt: last.lastAt };
}

/** A message in its place, and the conversation before and after it. */
function placed(before: Standing, message: PastMessage): Step {
  const words = wordsOf(message);
  const at = message.at.toISOString();
  const after = afterMessage(before, words, at);
  return { before, after, placed: { ...words, seq: after.lastSeq, at, hidden: false } };
}

/**
 * Writes a conversation of the past with the rules of the present (places, waiting clock, counts) and tells of it as if it
 * were being had. Not for channels, which say things when they are said: for the sample shop and for what comes in from
 * other systems.
 */
export async function writePast(actor: TeamActor, tx: Tx, past: PastConversation): Promise<string> {
  const began = past.messages[0]?.at ?? new Date();
  const begun = standingBefore(past, began.toISOString());
  if (!(await insertConversation(tx, begun))) throw new Error('the buyer is talking already');
  tell(tx, actor, conversationOpened, null, begun);
  const steps: Step[] = [];
  for (const message of past.messages) {
    const step = placed(steps.at(-1)?.after ?? begun, message);
    await write(tx, actor, step);
    steps.push(step);
  }
  await settle(actor, tx, past, steps.at(-1)?.after ?? begun);
  await markRead(tx, past, begun.id, steps);
  return begun.id;
}

/** Puts it where it stands today. */
async function settle(actor: TeamActor, tx: Tx, past: PastConversation, last: Standing) {
  if (past.state === 'open') return;
  const standing = { ...standingNow(past, last), version: last.version + 1 };
  await saveStanding(tx, standing);
  const event = past.state === 'resolved' ? conversationClosed : conversationSnoozed;
  tell(tx, actor, event, last, standing);
  if (!past.snoozedUntil) return;
  const when = { runAt: past.snoozedUntil, key: wakeKey(standing.id) };
  await enqueue(tx, wake, { conversationId: standing.id }, when);
}

/** Who answered has read up to the answer; the buyer, who wrote last, up to that word. */
async function markRead(
  tx: Tx,
  past: PastConversation,
  id: string,
  steps: readonly Step[],
): Promise<void> {
  const answered = steps.findLast(({ placed }) => placed.authorKind === 'member');
  const spoken = steps.findLast(({ placed }) => placed.authorKind === 'buyer');
  await run(
    tx,
    sql`update conversations set staff_read_seq = ${answered?.after.lastSeq ?? 0},
          buyer_read_seq = ${spoken?.after.lastSeq ?? 0}, buyer_read_outbound = ${spoken?.after.outbound ?? 0}
        where team_id = ${tx.team} and id = ${id}`,
  );
  const readers = new Set(
    [
      past.assigneeId,
      ...steps.map(({ placed }) => placed.authorKind === 'member' && placed.authorId),
    ].filter((id) => typeof id === 'string'),
  );
  if (!answered) return;
  const { lastSeq: seq, inbound } = answered.after;
  for (const reader of readers) await moveMark(tx, id, reader, { seq, inbound });
}
