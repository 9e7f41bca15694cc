import type { followups, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { clock, localDay } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop, type ShopBrief } from '../shops/index.ts';
import { birthdaysOn, isDate, nextOn, type Occasion, occasions } from './calendar.rules.ts';
import * as store from './greeting.store.ts';
import { greetingWords, noWords } from './greeting.words.ts';

const dayMs = 86_400_000;
const ready = new Map(occasions.map((one) => [one.key, one]));
const defaultAudience = { boughtWithinDays: 365, tag: null };

/** What a shop has for a day: what it set, over the ready one. */
export interface Standing extends store.GreetingRow {
  readonly kind: Occasion['kind'];
}

const standing = (occasion: Occasion, row: store.GreetingRow | undefined): Standing => ({
  ...{ name: '', on: false, at: '10:00', audience: defaultAudience },
  text: greetingWords[occasion.key] ?? noWords,
  ...row,
  ...occasion,
});

const own = (row: store.GreetingRow): Occasion => ({
  ...{ key: row.key, kind: 'own', month: row.month, day: row.day },
});

/** Every day of a shop's calendar. */
export async function greetingsOf(tx: Tx, shopId: string): Promise<Standing[]> {
  const rows = new Map((await store.greetingRows(tx, shopId)).map((row) => [row.key, row]));
  const owns = [...rows.values()].filter(({ key }) => !ready.has(key));
  return [
    ...occasions.map((one) => standing(one, rows.get(one.key))),
    ...owns.map((row) => standing(own(row), row)),
  ];
}

/** Whom a greeting of a day is for. */
export const wantedOn = (
  shopId: string,
  greeting: Pick<Standing, 'key' | 'kind' | 'audience'>,
  day: string,
): store.Wanted => {
  const { boughtWithinDays } = greeting.audience;
  return {
    shopId,
    occasion: `${greeting.key}:${day.slice(0, greeting.kind === 'birthday' ? 4 : 10)}`,
    audience: greeting.audience,
    born: greeting.kind === 'birthday' ? birthdaysOn(day) : null,
    paidSince: boughtWithinDays === null ? null : new Date(clock.now() - boughtWithinDays * dayMs),
  };
};

async function reach(actor: StaffActor, tx: Tx, permission: string, shopId: string) {
  const mine = can(actor, permission, { shop: shopId }) === 'yes';
  return (mine ? await findShop(tx, shopId) : null) ?? refuse('shop.not_found');
}

const shown = (actor: StaffActor, shop: ShopBrief, greeting: Standing, sent: number) => ({
  ...greeting,
  nextOn: nextOn(greeting, localDay(shop.timezone)),
  sent,
  can:
    can(actor, 'followups.manage', { shop: shop.id }) === 'yes'
      ? ['setGreeting', 'previewGreeting', ...(greeting.kind === 'own' ? ['removeGreeting'] : [])]
      : [],
});

/** Days of the calendar in the order in which they come; birthdays have none of their own. */
export async function listGreetings(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof followups.listGreetings>,
) {
  const shop = await reach(actor, tx, 'followups.read', shopId);
  if (isRefusal(shop)) return shop;
  const sent = await store.sentOf(tx, shopId);
  const items = (await greetingsOf(tx, shopId)).map((one) =>
    shown(actor, shop, one, sent.get(one.key) ?? 0),
  );
  items.sort((a, b) => ((a.nextOn ?? '9') < (b.nextOn ?? '9') ? -1 : 1));
  return { items, birthdays: await store.birthdaysKnown(tx, shopId) };
}

/** A calendar is read at each round: a shop has so many own dates and no more. */
const mostOwn = 50;

/** Refuses a further own date beside those there are; one that is there already may be changed. */
async function noRoom(tx: Tx, shopId: string, key: string) {
  await store.lockGreetings(tx, shopId);
  const owns = (await store.greetingRows(tx, shopId)).filter((one) => !ready.has(one.key));
  const isNew = owns.every((one) => one.key !== key);
  return isNew && owns.length >= mostOwn ? refuse('greeting.too_many', { most: mostOwn }) : null;
}

/** Sets what is sent on a day, and on or off. */
export async function setGreeting(
  actor: StaffActor,
  tx: Tx,
  { shopId, key, ...set }: InputOf<typeof followups.setGreeting>,
) {
  const shop = await reach(actor, tx, 'followups.manage', shopId);
  if (isRefusal(shop)) return shop;
  const known = ready.get(key);
  if (!known && !key.startsWith('own-')) return refuse('greeting.not_found');
  const { name = '', month = null, day = null, on, at, text, audience } = set;
  if (!known && (month === null || day === null || !isDate(month, day)))
    return refuse('greeting.date_invalid');
  const date = known ? { name: '', month: null, day: null } : { name, month, day };
  const row = { key, ...date, on, at, text, audience };
  const full = known ? null : await noRoom(tx, shopId, key);
  if (full) return full;
  await store.putGreeting(tx, shopId, row);
  const subject = { kind: 'shop', id: shopId };
  const after = { key, on, at, audience };
  record(tx, actor, { action: 'greeting.set', subject, after, shop: shopId });
  const sent = (await store.sentOf(tx, shopId)).get(key) ?? 0;
  return shown(actor, shop, standing(known ?? own(row), row), sent);
}

/** Removes an own date; a ready one is again as it came: off. */
export async function removeGreeting(
  actor: StaffActor,
  tx: Tx,
  { shopId, key }: InputOf<typeof followups.removeGreeting>,
) {
  const shop = await reach(actor, tx, 'followups.manage', shopId);
  if (isRefusal(shop)) return shop;
  await store.deleteGreeting(tx, shopId, key);
  const subject = { kind: 'shop', id: shopId };
  record(tx, actor, { action: 'greeting.removed', subject, before: { key }, shop: shopId });
}

/** Who would get it the next time, in numbers and the first names. */
export async function previewGreeting(
  actor: StaffActor,
  tx: Tx,
  { shopId, key, audience }: InputOf<typeof followups.previewGreeting>,
) {
  const shop = await reach(actor, tx, 'followups.manage', shopId);
  if (isRefusal(shop)) return shop;
  const all = await greetingsOf(tx, shopId);
  const greeting = all.find((one) => one.key === key);
  if (!greeting && !key.startsWith('own-')) return refuse('greeting.not_found');
  const today = localDay(shop.timezone);
  const day = (greeting && nextOn(greeting, today)) ?? today;
  const of = greeting ?? { key, kind: 'own' as const };
  const wanted = wantedOn(shopId, { ...of, audience }, day);
  const some = await store.receivers(tx, wanted, 20);
  return {
    ...(await store.weigh(tx, wanted)),
    some: some.map(({ buyerId, name }) => ({ buyerId, name })),
  };
}
