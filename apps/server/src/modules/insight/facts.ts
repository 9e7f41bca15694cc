import type { Static, shops as shopsContract } from '@guitai/contract';
import { clock } from '../../kernel/clock.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Heard } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { defaultSettings } from '../shops/index.ts';
import { type ActFact, putActs, putScriptUses, type ScriptUse } from './act.store.ts';
import { actFacts, orderIds, scriptUses } from './acts.rules.ts';
import { setCalendar } from './calendar.store.ts';
import { buyersOfOrders, type Pair, refreshEnquiries } from './enquiry.store.ts';
import {
  dropPages,
  lockFacts,
  type ShopDay,
  saveFolded,
  shopsHere,
  talksOf,
} from './facts.store.ts';
import { fold } from './fold.rules.ts';
import type { Folded, LocalTime, Told, ToldTopic } from './fold.types.ts';
import { localTimeOf, shopCalendars } from './local-time.ts';
import { fillPages } from './pages.job.ts';
import { refreshServices } from './service.store.ts';
import { talkIdOf, toldOf } from './told.rules.ts';

type Event = Heard<unknown>;

function byConversation(events: readonly Event[]): Map<string, (Told | ToldTopic)[]> {
  const found = new Map<string, (Told | ToldTopic)[]>();
  for (const event of events) {
    const told = toldOf(event);
    if (!told) continue;
    const id = talkIdOf(told);
    const known = found.get(id) ?? [];
    if (known.length === 0) found.set(id, known);
    known.push(told);
  }
  return found;
}

type Face = Static<typeof shopsContract.ShopFace>;
type Changed = Static<typeof shopsContract.ShopSettingsChanged>;

/** When shops change their hours or clocks. */
async function keepCalendars(tx: Tx, events: readonly Event[]): Promise<void> {
  for (const { type, data, at } of events) {
    if (type === 'shop.created' || type === 'shop.changed') {
      const { shopId, timezone } = data as Face;
      const hours = type === 'shop.created' ? { hours: defaultSettings.businessHours } : {};
      await setCalendar(tx, shopId, at, { timezone, ...hours });
    } else if (type === 'shop.settings_changed') {
      const { shopId, settings } = data as Changed;
      await setCalendar(tx, shopId, at, { hours: settings.businessHours });
    }
  }
}

const daysOf = ({ talk, rounds, sessions, parts }: Folded): ShopDay[] =>
  [...rounds.values(), ...sessions.values(), ...parts.values()].map(({ day }) => ({
    shopId: talk.shopId,
    day,
  }));

const shopIn = (told: readonly (Told | ToldTopic)[]): string => {
  for (const one of told) if ('conversation' in one) return one.conversation.shopId;
  return '';
};

async function foldAll(tx: Tx, events: readonly Event[], here: Set<string>, local: LocalTime) {
  const told = byConversation(events);
  const talks = await talksOf(tx, [...told.keys()]);
  const folded: Folded[] = [];
  for (const [id, own] of told) {
    const known = talks.get(id) ?? null;
    if (!here.has(known?.shopId ?? shopIn(own))) continue;
    const result = fold(known, own, local);
    if (result) folded.push(result);
  }
  await saveFolded(tx, folded);
  await refreshServices(
    tx,
    folded
      .filter(({ turns, topics, buyerChanged }) => turns.size + topics.size > 0 || buyerChanged)
      .map(({ talk }) => talk.id),
  );
  return folded;
}

const shopOf = ({ data }: Event): string[] => {
  const given = (data ?? {}) as { shopId?: string; conversation?: { shopId?: string } };
  const id = given.conversation?.shopId ?? given.shopId;
  return id === undefined ? [] : [id];
};

/**
 * Brings the facts up to some events of the log: whatever the log says is in them once, whoever dies when. The days they touch
 * lose their pages.
 */
export async function writeFacts(tx: Tx, events: readonly Event[]): Promise<void> {
  await lockFacts(tx);
  await keepCalendars(tx, events);
  const shops = [...new Set(events.flatMap(shopOf))];
  const here = await shopsHere(tx, shops);
  const local = localTimeOf(await shopCalendars(tx, [...here]));
  const folded = await foldAll(tx, events, here, local);
  const days = folded.flatMap(daysOf);
  const acts: ActFact[] = actFacts(events, local).filter((act) => here.has(act.shop_id));
  days.push(...(await putActs(tx, acts)));
  const uses: ScriptUse[] = scriptUses(events, local).filter((use) => here.has(use.shop_id));
  if (uses.length > 0) await putScriptUses(tx, uses);
  const pairs: Pair[] = folded
    .filter(({ enquiryChanged }) => enquiryChanged)
    .map(({ talk: { shopId, buyerId } }) => ({ shopId, buyerId }));
  pairs.push(...(await buyersOfOrders(tx, orderIds(events))));
  days.push(...(await refreshEnquiries(tx, pairs)));
  await dropPages(tx, uniqueDays(days));
  if (days.length > 0) await askForPages(tx);
}

function uniqueDays(days: readonly ShopDay[]): ShopDay[] {
  return [...new Map(days.map((one) => [`${one.shopId} ${one.day}`, one])).values()];
}

const calmMs = 300_000;

/** Pages are made anew at the end of every five minutes in which facts came. */
function askForPages(tx: Tx): Promise<void> {
  const turn = Math.floor(clock.now() / calmMs) + 1;
  const when = { runAt: new Date(turn * calmMs), key: `insight.pages ${tx.team} ${turn}` };
  return enqueue(tx, fillPages, {}, when);
}
