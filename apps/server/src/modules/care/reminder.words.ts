import type { care, InputOf } from '@guitai/contract';
import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { exponentOf } from '../../kernel/money.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { fillText, variantFor, type Wording, wordsFor } from '../../kernel/wording.ts';
import { can } from '../access/index.ts';
import { type BuyerFacts, buyerFacts } from '../buyers/index.ts';
import { type OrderFacts, orderFacts } from '../orders/index.ts';
import { findShop, type ShopBrief } from '../shops/index.ts';
import { readWordings, tallyReminders } from './reminder.texts.store.ts';

const counted = 90 * 24 * 3_600_000;

const money = (minor: number, currency: string, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    ...({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const),
  }).format(minor / 10 ** exponentOf(currency));

/** Words that go before the card of a reminder. */
export interface ReminderWords {
  readonly variant: string;
  readonly text: string;
}

/** What a reminder is worded from. */
interface Ground {
  readonly order: OrderFacts;
  readonly shop: ShopBrief;
  readonly buyer: BuyerFacts | null;
}

async function groundOf(tx: Tx, order: OrderFacts): Promise<Ground | null> {
  const shop = await findShop(tx, order.shopId);
  const buyer = order.buyerId === null ? null : await buyerFacts(tx, order.buyerId);
  return shop && { order, shop, buyer };
}

/** One wording as this buyer gets it; null where it is written in no language, or names a value that is missing. */
function worded(wording: Wording, { order, shop, buyer }: Ground): ReminderWords | null {
  const words = wordsFor(wording, buyer?.locale ?? null, shop.locale);
  if (!words) return null;
  const filled = fillText(words.text, {
    buyer: buyer?.name ?? '',
    order: order.number,
    amount: money(order.totalMinor, order.currency, words.locale),
    due: money(order.dueMinor, order.currency, words.locale),
    shop: shop.name,
    product: order.items[0]?.title ?? '',
    link: order.url ?? '',
  });
  return 'missing' in filled ? null : { variant: wording.name, text: filled.text };
}

/**
 * The shop's own words for one reminder, in the buyer's language: the wording asked for, else one of them evenly. Null where
 * the shop has none, or where a value is missing that they name: the card alone says what is due.
 */
export async function reminderWords(
  tx: Tx,
  order: OrderFacts,
  asked: string | undefined,
): Promise<ReminderWords | null> {
  const wordings = await readWordings(tx, order.shopId);
  const ground = wordings.length === 0 ? null : await groundOf(tx, order);
  if (!ground) return null;
  const named = wordings.find(({ name }) => name === asked);
  return worded(named ?? variantFor(wordings, order.id), ground);
}

/** A4: what a reminder of this order would say in each wording; first the one that goes out where nobody chooses. */
export async function listReminderWords(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof care.listReminderWords>,
) {
  const order = await orderFacts(tx, orderId);
  if (!order || can(actor, 'orders.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  const wordings = await readWordings(tx, order.shopId);
  const ground = wordings.length === 0 ? null : await groundOf(tx, order);
  if (!ground) return { items: [] };
  const usual = variantFor(wordings, order.id);
  const rest = wordings.filter((one) => one !== usual);
  const tally = await tallyReminders(tx, order.shopId, new Date(clock.now() - counted));
  const items = [usual, ...rest].flatMap((one) => {
    const words = worded(one, ground);
    const { sent = 0, converted = 0 } = tally.find(({ variant }) => variant === one.name) ?? {};
    return words ? [{ ...words, sent, converted }] : [];
  });
  return { items };
}
