import type { Tx } from '../../kernel/tx.ts';
import { type BuyerContact, contactsOf } from '../buyers/index.ts';
import { newestConversationsOf } from '../conversations/index.ts';
import { briefShops } from '../shops/index.ts';
import type { Counts, Facts, Refusing } from './decide.rules.ts';
import type { Digest } from './digest.rules.ts';
import { chatPaceOf, countsOf, settingsOfShops, stoppedAmong } from './facts.store.ts';
import { refusalsOf } from './refused.store.ts';
import { type Roads, roadsOf } from './roads.ts';
import type { OutreachSettings } from './settings.rules.ts';
import type { Channel, OutreachRow } from './tables.ts';

/** What a batch of decisions looks at, read in a handful of statements. Counts are kept up to date as the batch goes on. */
export interface Ground {
  readonly now: number;
  readonly settings: ReadonlyMap<string, OutreachSettings>;
  readonly timezones: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, BuyerContact>;
  readonly refusals: ReadonlyMap<string, readonly Refusing[]>;
  readonly counts: Map<string, { -readonly [T in keyof Counts]: { day: number; week: number } }>;
  readonly stopped: ReadonlySet<string>;
  /** Newest conversation by buyer and shop. */
  readonly chats: ReadonlyMap<string, string>;
  readonly roads: Roads;
  /** Automatic chat messages of a shop within the last minute, where it limits them. */
  readonly chatPace: Map<string, number>;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Reads what decisions about these messages look at. */
export async function groundOf(
  tx: Tx,
  messages: readonly OutreachRow[],
  now: number,
  digest: Digest,
): Promise<Ground> {
  const shopIds = unique(messages.map((m) => m.shopId));
  const buyers = unique(messages.map((m) => m.buyerId));
  const zones = await briefShops(tx, shopIds);
  const contacts = await contactsOf(tx, buyers);
  const chats = await newestConversationsOf(tx, messages);
  const settings = await settingsOfShops(tx, shopIds);
  const limited = shopIds.filter((shop) => settings.get(shop)?.chatPerMinute != null);
  const wished = new Set(messages.flatMap((m) => m.channels));
  return {
    now,
    settings,
    timezones: new Map(zones.map(({ id, timezone }) => [id, timezone])),
    contacts: new Map(contacts.map((contact) => [contact.id, contact])),
    refusals: await refusalsOf(tx, contacts, digest),
    counts: await countsOf(tx, buyers, now),
    stopped: await stoppedAmong(tx, messages),
    chats: new Map(chats.map(({ id, buyerId, shopId }) => [`${buyerId} ${shopId}`, id])),
    roads: await roadsOf(tx, wished, contacts, now, digest),
    chatPace: await chatPaceOf(tx, limited, now),
  };
}

/** The conversation a message would go into; null when there is none. */
export const chatOf = (ground: Ground, message: OutreachRow): string | null =>
  message.conversationId ?? ground.chats.get(`${message.buyerId} ${message.shopId}`) ?? null;

const none: Counts = { marketing: { day: 0, week: 0 }, service: { day: 0, week: 0 } };

/** What one decision looks at. */
export function factsFor(ground: Ground, message: OutreachRow): Facts {
  const contact = ground.contacts.get(message.buyerId);
  const settings = ground.settings.get(message.shopId);
  if (!settings) throw new Error('a message without the settings of its shop');
  const { reachable, obstacles } = ground.roads.outlook(message, contact, settings);
  const open = new Set<Channel>(reachable);
  if (chatOf(ground, message) !== null) open.add('chat');
  return {
    now: ground.now,
    settings,
    timezone: ground.timezones.get(message.shopId) ?? 'UTC',
    cause: ground.stopped.has(`${message.cause.kind} ${message.cause.id}`) ? 'stopped' : null,
    blocked: contact?.blocked ?? true,
    refusing: ground.refusals.get(message.buyerId) ?? [],
    counts: ground.counts.get(message.buyerId) ?? none,
    reachable: open,
    obstacles,
    chatPace: ground.chatPace.get(message.shopId) ?? 0,
  };
}

/** Counts a message that is handed over within this batch. */
export function countIn(ground: Ground, message: OutreachRow, channel: Channel): void {
  const { buyerId, topic, shopId } = message;
  const own = ground.counts.get(buyerId);
  if (own) own[topic] = { day: own[topic].day + 1, week: own[topic].week + 1 };
  if (channel === 'chat') ground.chatPace.set(shopId, (ground.chatPace.get(shopId) ?? 0) + 1);
  const road =
    channel === 'chat' ? null : ground.roads.road(message, channel, ground.contacts.get(buyerId));
  if (road) ground.roads.count(road.recipientHash);
}
