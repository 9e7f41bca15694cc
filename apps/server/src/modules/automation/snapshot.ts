import type { automation } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import { exponentOf } from '../../kernel/money.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { Values } from '../../kernel/wording.ts';
import { wallAt } from '../../kernel/zone.ts';
import { findShop, isOpen, type ShopBrief } from '../shops/index.ts';
import { askedFacts, type Snapshot } from './condition.rules.ts';
import { type Seen, seeConversations, seeOrders } from './snapshot.store.ts';

/** An order or a conversation as it is at one moment, with its shop. */
export interface Sight {
  readonly seen: Seen;
  readonly shop: ShopBrief;
  readonly at: Date;
  /** The hour, the weekday and whether the shop is open, at that moment: the same for all of the shop. */
  readonly hours: Pick<Snapshot, 'time.hour' | 'time.weekday' | 'shop.open'>;
}

function hoursOf(shop: ShopBrief, at: Date): Sight['hours'] {
  const wall = new Date(wallAt(at.getTime(), shop.timezone));
  return {
    'time.hour': wall.getUTCHours(),
    'time.weekday': wall.getUTCDay() || 7,
    'shop.open': isOpen(shop.settings.businessHours, at, shop.timezone),
  };
}

const minutesSince = (from: Date | null, at: Date): number | null =>
  from === null ? null : Math.floor((at.getTime() - from.getTime()) / 60_000);

/** Facts of the vocabulary; `message` is the one that set the rule off, never the newest. */
export function snapshotOf({ seen, shop, at, hours }: Sight, message: string | null): Snapshot {
  return {
    'order.status': seen.status,
    'order.source': seen.source,
    'order.totalMinor': seen.totalMinor,
    'order.dueMinor': seen.dueMinor,
    'order.ageMinutes': minutesSince(seen.bornAt, at),
    'order.reminded': seen.orderId === null ? null : seen.remindedAt !== null,
    'order.reviewed': seen.reviewed,
    'order.title': seen.title,
    'buyer.name': seen.buyerName,
    'buyer.tags': seen.tags,
    'buyer.level': seen.level,
    'buyer.friendliness': seen.friendliness,
    'buyer.orders': seen.orders ?? (seen.buyerId === null ? null : 0),
    'buyer.spentMinor': seen.spentMinor ?? (seen.buyerId === null ? null : 0),
    'buyer.blocked': seen.blocked,
    'buyer.language': seen.locale ?? shop.locale,
    'conversation.state': seen.state,
    'conversation.assigned': seen.conversationId === null ? null : seen.assigneeId !== null,
    'conversation.waitingMinutes': minutesSince(seen.waitingSince, at),
    'message.text': message,
    'parcel.status': seen.parcelStatus,
    'parcel.carrier': seen.carrier,
    ...hours,
  };
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs more than using it a thousand times. */
function formatOf(currency: string, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, style);
  formats.set(key, format);
  return format;
}

const money = (minor: number | null, currency: string | null, locale: Locale): string =>
  minor === null || currency === null
    ? ''
    : formatOf(currency, locale).format(minor / 10 ** exponentOf(currency));

/** What the words of a text stand for. */
export const valuesOf = ({ seen, shop }: Sight, locale: Locale): Values => ({
  buyer: seen.buyerName ?? '',
  order: seen.number ?? '',
  amount: money(seen.totalMinor, seen.currency, locale),
  due: money(seen.dueMinor, seen.currency, locale),
  carrier: seen.carrier ?? '',
  tracking: seen.tracking ?? '',
  shop: shop.name,
  product: seen.title ?? '',
  link: seen.url ?? '',
});

const spendFacts = new Set(['buyer.orders', 'buyer.spentMinor']);

/** Whether conditions ask what a buyer bought before, which costs a sum over the orders. */
export const asksSpend = (conditions: automation.RuleGroup): boolean =>
  askedFacts(conditions).some((fact) => spendFacts.has(fact));

/** Orders and conversations as they are now, by id; what is no more is left out. */
export async function lookAt(
  tx: Tx,
  ids: { readonly orders: readonly string[]; readonly conversations: readonly string[] },
  withSpend: boolean,
  at: Date,
): Promise<Map<string, Sight>> {
  const seen = [
    ...(ids.orders.length > 0 ? await seeOrders(tx, ids.orders, withSpend) : []),
    ...(ids.conversations.length > 0
      ? await seeConversations(tx, ids.conversations, withSpend)
      : []),
  ];
  const shops = new Map<string, Pick<Sight, 'shop' | 'hours'>>();
  for (const id of new Set(seen.map(({ shopId }) => shopId))) {
    const shop = await findShop(tx, id);
    if (shop) shops.set(id, { shop, hours: hoursOf(shop, at) });
  }
  return new Map(
    seen.flatMap((one) => {
      const shop = shops.get(one.shopId);
      return shop ? [[one.subjectId, { seen: one, at, ...shop }] as const] : [];
    }),
  );
}
