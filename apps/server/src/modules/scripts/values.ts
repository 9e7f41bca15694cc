import { orders as words } from '@guitai/contract';
import type { Locale, StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { exponentOf } from '../../kernel/money.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findMember } from '../access/index.ts';
import type { ConversationFacts } from '../conversations/index.ts';
import { type OrderFacts, trackedParcels } from '../orders/index.ts';
import type { ShopBrief } from '../shops/index.ts';
import type { Values } from './fill.rules.ts';
import { andMore, parcelWords } from './values.words.ts';

const money = (minor: number, currency: string, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(minor / 10 ** exponentOf(currency));

const day = (at: Date, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone, month: 'long', day: 'numeric' }).format(at);

function ofOrder(order: OrderFacts, shop: ShopBrief, locale: Locale): Values {
  const { currency, items, dueMinor, placedAt } = order;
  const [first] = items;
  const status = words.statusParamTexts[order.status as keyof typeof words.statusParamTexts];
  return {
    'order.number': order.number,
    'order.total': money(order.totalMinor, currency, locale),
    ...(dueMinor > 0 ? { 'order.due': money(dueMinor, currency, locale) } : {}),
    ...(first ? { 'order.product': andMore(first.title, items.length - 1, locale) } : {}),
    ...(status ? { 'order.status': status[locale] } : {}),
    ...(placedAt ? { 'order.date': day(new Date(placedAt), shop.timezone, locale) } : {}),
  };
}

async function ofParcel(tx: Tx, orderId: string, locale: Locale): Promise<Values> {
  const parcels = await trackedParcels(tx, orderId);
  const movedAt = (n: number) => parcels[n]?.lastEvent?.at ?? '';
  const latest = parcels.map((_, n) => n).sort((a, b) => (movedAt(a) < movedAt(b) ? 1 : -1))[0];
  const parcel = latest === undefined ? undefined : parcels[latest];
  if (!parcel) return {};
  const status = parcelWords[parcel.status]?.[locale];
  return {
    'logistics.carrier': parcel.carrierName || parcel.carrier,
    'logistics.number': parcel.number,
    ...(status ? { 'logistics.status': status } : {}),
    ...(parcel.lastEvent?.text ? { 'logistics.latest': parcel.lastEvent.text } : {}),
  };
}

export interface Ground {
  readonly conversation: ConversationFacts;
  readonly shop: ShopBrief;
  /** The order in hand, if the reader may see it. */
  readonly order: OrderFacts | null;
  readonly locale: Locale;
}

/** What a script may say here: nothing the reader does not see, and of persons only the name they go by. */
export async function valuesFor(actor: StaffActor, tx: Tx, ground: Ground): Promise<Values> {
  const { conversation, shop, order, locale } = ground;
  const agent = actor.kind === 'member' ? await findMember(tx, actor.member) : null;
  return {
    'buyer.name': conversation.buyerName,
    'shop.name': shop.name,
    today: day(now(), shop.timezone, locale),
    ...(agent ? { 'agent.name': agent.name } : {}),
    ...(order ? ofOrder(order, shop, locale) : {}),
    ...(order ? await ofParcel(tx, order.id, locale) : {}),
  };
}
