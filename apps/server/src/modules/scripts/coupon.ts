import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { messageId, plainMessage } from '../conversations/index.ts';
import { couponKey, issueCoupon } from '../offers/index.ts';
import type { Part } from './content.rules.ts';
import type { Saying } from './say.ts';

type At = Pick<Saying['input'], 'conversationId' | 'scriptId' | 'useKey' | 'part'>;

/** Whoever sends the same message of the same use at the same moment waits for the one before. */
const takeTurn = (tx: Tx, { conversationId, useKey, part }: At) => {
  const turn = `script coupon ${tx.team} ${conversationId} ${useKey} ${part}`;
  return run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
};

const sentBefore = (tx: Tx, { conversationId, scriptId, useKey, part }: At) =>
  first<{ id: string }>(
    tx,
    sql`select message_id as id from script_uses where team_id = ${tx.team} and conversation_id = ${conversationId}
          and use_key = ${useKey} and script_id = ${scriptId} and part = ${part}`,
  );

/** SHOP-10: gives the buyer a coupon as by hand, every bound and the own authority included; the same use gives it once. */
export async function speakCoupon(
  actor: StaffActor,
  tx: Tx,
  { input, ground }: Saying,
  { templateId }: Extract<Part, { kind: 'coupon' }>,
) {
  const { id: conversationId, buyerId } = ground.conversation;
  await takeTurn(tx, input);
  const before = await sentBefore(tx, input);
  let id = before?.id;
  if (id === undefined) {
    const given = await issueCoupon(actor, tx, { templateId, buyerId, conversationId });
    if (isRefusal(given)) return given;
    id = messageId(actor, conversationId, couponKey(given.coupon?.id ?? ''));
  }
  const message = await plainMessage(tx, id);
  const json = JSON.stringify(message);
  return { messageId: id, at: message.at, json, edited: 0, taken: false };
}
