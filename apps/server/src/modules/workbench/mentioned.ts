import type { conversations, InputOf, Static, workbench } from '@guitai/contract';
import { numbersIn } from '@guitai/contract/order-numbers';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { conversationFacts, readMessages } from '../conversations/index.ts';
import { numberKey, ordersByNumber } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';

type Message = Static<typeof conversations.Message>;

/**
 * SHOP-11: which words of a page of messages are numbers of orders the reader may see. One call for the page; what may not be
 * seen is found in the same way and then left out, so that it cannot be told from nonsense.
 */
export async function listMentionedOrders(
  actor: StaffActor,
  tx: Tx,
  { conversationId, before }: InputOf<typeof workbench.listMentionedOrders>,
) {
  const page = await readMessages(actor, tx, conversationId, { before, limit: 50 });
  const met = page && (await conversationFacts(tx, conversationId));
  if (!page || !met) return refuse('conversation.not_found');
  const settings = (await findShop(tx, met.shopId))?.settings;
  const patterns = settings ? [settings.orderNumberPattern, ...settings.orderNumberLinks] : [];
  const { items }: { items: Message[] } = JSON.parse(page.text);
  const spoken = items.filter(({ text, recalledAt }) => text !== '' && recalledAt === null);
  const said = spoken.flatMap(({ id, text }) =>
    numbersIn(text, patterns).map((number) => ({ messageId: id, text: number })),
  );
  const found = await ordersByNumber(tx, [...new Set(said.map(({ text }) => text))], null);
  const seen = found.filter(({ shopId }) => can(actor, 'orders.read', { shop: shopId }) === 'yes');
  // Where shops share a number, the order of this buyer is meant, then one of this shop.
  const ranked = seen.toSorted((a, b) => rank(b, met) - rank(a, met));
  const byKey = new Map(ranked.toReversed().map((order) => [numberKey(order.number), order]));
  return {
    items: said.flatMap(({ messageId, text }) => {
      const order = byKey.get(numberKey(text));
      if (!order) return [];
      return [{ messageId, text, orderId: order.id, own: order.buyerId === met.buyerId }];
    }),
  };
}

const rank = (
  order: { readonly shopId: string; readonly buyerId: string | null },
  met: { readonly shopId: string; readonly buyerId: string },
): number => (order.buyerId === met.buyerId ? 2 : 0) + (order.shopId === met.shopId ? 1 : 0);
