import { followups, type InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { beginOnce } from '../../kernel/idempotency.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { unsayable, type WordPort, wordsReady } from '../conversations/index.ts';
import { planMessage } from '../outreach/index.ts';
import { byOf, takeSteps } from './act.frame.ts';
import { ahead } from './acts.ts';
import { lockFollowups } from './followup.store.ts';
import { showMany } from './shown.ts';
import type { FollowupRow } from './tables.ts';

/** The name under which outreach asks again at the moment of sending. */
export const recheckName = 'followups';

export const causeOf = ({ id, reason }: Pick<FollowupRow, 'id' | 'reason'>) => ({
  kind: 'followup',
  id,
  step: reason,
});

type Topic = FollowupRow['topic'];

/** What is sent, and what its author says it is. */
interface Words {
  readonly text: string;
  /** Suggested words are the shop's; own ones are whoever's wrote them. */
  readonly own: boolean;
  readonly said: Topic | undefined;
}

/**
 * Judged by the words: what sells is advertising whoever wrote it and whatever the list is for; own words are what their author
 * says, and advertising when nothing is said. Who wants no advertising does not get it by the way of a service.
 */
export const topicOf = (
  { topic }: Pick<FollowupRow, 'topic'>,
  { text, own, said }: Words,
): Topic => {
  if (topic === 'marketing' || followups.readsAsAdvertising(text)) return 'marketing';
  return own ? (said ?? 'marketing') : topic;
};

/** Whether the buyer wants nothing of the kind, by whatever way; outreach decides about single ways when it sends. */
const optedOut = async (tx: Tx, row: FollowupRow, topic: Topic): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 from published.outreach_nos where team_id = ${tx.team} and shop_id = ${row.shopId}
          and buyer_id = ${row.buyerId} and channel = 'all' and topic in ('all', ${topic})`,
  )) !== undefined;

type Input = InputOf<typeof followups.sendFollowups>;

/** A21: plans a message to each; it counts as contacted when outreach has sent it. */
export const sendFollowupsWith =
  (port: WordPort) =>
  async (actor: StaffActor, { db, key }: Bare, input: Input) => {
    await wordsReady(port, actor.team);
    const request = { key, endpoint: 'sendFollowups', input };
    return db.write(actor, (tx) =>
      beginOnce(actor, tx, request, () => send(actor, tx, port, input)),
    );
  };

/** SCR-06: own words are held to what stands before every message. */
async function barred(tx: Tx, port: WordPort, { ids, text }: Input) {
  const [row] = text === undefined || ids.length > 1 ? [] : await lockFollowups(tx, ids);
  const said = { team: tx.team ?? '', shopId: row?.shopId ?? '', text: text ?? '' };
  return row ? unsayable(port, said, true) : null;
}

async function send(actor: StaffActor, tx: Tx, port: WordPort, input: Input) {
  const { ids, text: written, topic: said, channels = ['chat', 'sms'], at } = input;
  const strange = await barred(tx, port, input);
  if (strange) return strange;
  const notBefore = at === undefined ? undefined : ahead(at);
  if (isRefusal(notBefore)) return notBefore;
  const words = new Map((await showMany(actor, tx, ids)).map((one) => [one.id, one.text]));
  return takeSteps(actor, tx, ids, 'send', async (row) => {
    const suggested = words.get(row.id) ?? '';
    const text = (ids.length === 1 ? written : undefined) ?? suggested;
    const topic = topicOf(row, { text, own: text !== suggested, said });
    if (await optedOut(tx, row, topic)) return refuse('followup.opted_out');
    const { id } = await planMessage(actor, tx, {
      key: `followup ${row.id} ${row.version}`,
      ...{ shopId: row.shopId, buyerId: row.buyerId, orderId: row.orderId },
      ...{ conversationId: null, topic, channels, cause: causeOf(row) },
      text,
      recheck: recheckName,
      ...(notBefore ? { notBefore } : {}),
    });
    return { messageId: id, why: null, assigneeId: row.assigneeId ?? byOf(actor) };
  });
}
