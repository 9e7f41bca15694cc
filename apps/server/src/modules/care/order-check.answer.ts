import type { AddressShape, channels, InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  chatMessageOf,
  conversationFacts,
  readMessageFor,
  sayInTx,
} from '../conversations/index.ts';
import { lockOrder, openProposal, orderFacts, proposeAddressChange } from '../orders/index.ts';
import { weighAnswer } from './order-check.rules.ts';
import { settle, stands } from './order-check.settle.ts';
import { type CheckRow, findCheck, lockCheck } from './order-check.store.ts';

/** The check, when it was asked in the visitor's own chat; a foreign one does not exist. */
async function ownCheck(actor: BuyerActor, tx: Tx, checkId: string) {
  if (actor.buyer === null) return refuse('visitor.unknown');
  const check = await findCheck(tx, checkId);
  const conversation = check && (await conversationFacts(tx, check.conversation_id));
  const isOwn =
    conversation?.buyerId === actor.buyer &&
    conversation.channelId === actor.channel &&
    check?.buyer_id === actor.buyer;
  return check && isOwn ? check : refuse('order_check.not_found');
}

/** The whole address of the question, for a buyer the shop has vouched for; the card shows it covered. */
export async function getCheckedAddress(
  actor: BuyerActor,
  tx: Tx,
  { checkId }: InputOf<typeof channels.getCheckedAddress>,
) {
  const check = await ownCheck(actor, tx, checkId);
  if (isRefusal(check)) return check;
  if (!actor.verified) return refuse('visitor.identity_needed');
  const order = check.kind === 'address' ? await orderFacts(tx, check.order_id) : null;
  if (!order?.address) return refuse('order_check.not_found');
  return { address: order.address, proposed: await openProposal(tx, order.id) };
}

/** SHOP-05: the buyer's answer, written on the order; looked at again with the order locked. */
export async function answerOrderCheck(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof channels.answerOrderCheck>,
) {
  const found = await ownCheck(actor, tx, input.checkId);
  if (isRefusal(found)) return found;
  const order = await lockOrder(tx, found.order_id);
  const check = await lockCheck(tx, found.id);
  if (!order || !check) return refuse('order_check.not_found');
  const said = { answer: input.answer, text: input.text ?? '', address: addressIn(check, input) };
  const verdict = weighAnswer(check.state, said, stands(check, order));
  if (verdict === 'same') return { message: await readMessageFor(actor, tx, check.message_id) };
  if (verdict !== 'settle') return refuse(verdict, { state: check.state });
  const wanted = said.answer === 'change_wanted';
  const proposed = wanted ? said.address : null;
  if (proposed)
    await proposeAddressChange(actor, tx, {
      orderId: order.id,
      address: proposed,
      note: said.text,
    });
  const answer = said.text.trim() || null;
  const answeredAt = now().toISOString();
  const message = await settle(actor, tx, check, order, said.answer, {
    answer,
    answeredAt,
    proposed,
  });
  if (wanted) await speakUp(actor, tx, check, answer);
  return { message: chatMessageOf(message) };
}

/** A corrected address counts only where an address was asked about. */
const addressIn = (
  check: CheckRow,
  { address }: InputOf<typeof channels.answerOrderCheck>,
): AddressShape | null => (check.kind === 'address' && address ? address : null);

const wordless = {
  'zh-CN': '收货地址需要修改，已在卡片里填写新地址。',
  'zh-TW': '收件地址需要修改，已在卡片裡填寫新地址。',
  en: 'The delivery address needs a change; I have filled in the new one.',
} as const;

/** A buyer who wants a change has spoken: the conversation waits again and counts as unread. */
async function speakUp(actor: BuyerActor, tx: Tx, check: CheckRow, answer: string | null) {
  const text = answer ?? wordless[actor.locale];
  const { conversation_id: conversationId, id } = check;
  const spoken = await sayInTx(actor, tx, { conversationId, text, clientKey: `check-${id}` });
  if (isRefusal(spoken)) throw new Error(`a buyer's answer could not be posted: ${spoken.code}`);
}
