import type { QuietHours } from './quiet.rules.ts';
import { quietUntil } from './quiet.rules.ts';
import type { OutreachSettings } from './settings.rules.ts';
import type { Channel, OutreachRow, Topic } from './tables.ts';

/** A no of a buyer that stands. */
export interface Refusing {
  readonly shopId: string;
  readonly channel: Channel | 'all';
  readonly topic: Topic | 'all';
}

/** What was handed over to a buyer lately, per topic. */
export interface Counts {
  readonly marketing: { readonly day: number; readonly week: number };
  readonly service: { readonly day: number; readonly week: number };
}

/** Everything a decision looks at. */
export interface Facts {
  readonly now: number;
  readonly settings: OutreachSettings;
  readonly timezone: string;
  readonly cause: 'paused' | 'stopped' | null;
  readonly blocked: boolean;
  readonly refusing: readonly Refusing[];
  readonly counts: Counts;
  /** Ways that lead to the buyer: there is a conversation, a number and a gateway, an address and a gateway. */
  readonly reachable: ReadonlySet<Channel>;
  /** Why a way is not open, where more is to say than that it is not there. */
  readonly obstacles: Readonly<Partial<Record<Channel, string>>>;
  /** Automatic chat messages of the shop within the last minute. */
  readonly chatPace: number;
}

export type Decision =
  | { readonly do: 'skip'; readonly reason: string }
  | { readonly do: 'later'; readonly at: Date }
  | { readonly do: 'send'; readonly channel: Channel };

const skip = (reason: string): Decision => ({ do: 'skip', reason });

/** Moves a message on; one that would come too late is not sent at all. */
export const later = (message: Pick<OutreachRow, 'expiresAt'>, at: number): Decision =>
  at > message.expiresAt.getTime() ? skip('expired') : { do: 'later', at: new Date(at) };

const quietOf = (message: OutreachRow, { settings, now, timezone }: Facts): number | null => {
  const hours: QuietHours | null = settings.quietHours;
  return hours === null || message.urgent ? null : quietUntil(hours, now, timezone);
};

/** What stands against a message whatever has become of its occasion; null when nothing does. */
export function beforeAsking(message: OutreachRow, facts: Facts): Decision | null {
  if (facts.cause === 'stopped') return skip('stopped');
  if (facts.now > message.expiresAt.getTime()) return skip('expired');
  if (facts.blocked) return skip('blocked');
  const quiet = quietOf(message, facts);
  return quiet === null ? null : later(message, quiet);
}

/** Whether a no holds for a message that would go this way. */
export const says = (
  no: Refusing,
  message: Pick<OutreachRow, 'shopId' | 'topic'>,
  channel: Channel,
): boolean =>
  no.shopId === message.shopId &&
  (no.channel === 'all' || no.channel === channel) &&
  (no.topic === 'all' || no.topic === message.topic);

function isOverCap({ topic }: OutreachRow, { counts, settings }: Facts): string | null {
  const [perDay, perWeek] =
    topic === 'marketing'
      ? [settings.marketingPerDay, settings.marketingPerWeek]
      : [settings.servicePerDay, settings.servicePerWeek];
  if (counts[topic].day >= perDay) return 'cap_day';
  return counts[topic].week >= perWeek ? 'cap_week' : null;
}

/** Which way a message goes that may be sent, or why none. */
export function afterAsking(message: OutreachRow, facts: Facts): Decision {
  const reasons: string[] = [];
  for (const channel of message.channels) {
    if (facts.refusing.some((no) => says(no, message, channel))) reasons.push('opted_out');
    else if (!facts.reachable.has(channel))
      reasons.push(facts.obstacles[channel] ?? `no_${channel}`);
    else {
      const cap = isOverCap(message, facts);
      if (cap) return skip(cap);
      const full =
        channel === 'chat' &&
        facts.chatPace >= (facts.settings.chatPerMinute ?? Number.POSITIVE_INFINITY);
      return full ? later(message, facts.now + 60_000) : { do: 'send', channel };
    }
  }
  return skip(reasons.find((reason) => reason === 'opted_out') ?? reasons[0] ?? 'no_channel');
}
