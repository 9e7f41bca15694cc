import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { type BuyerContact, maskEmail, maskPhone } from '../buyers/index.ts';
import type { Digest } from './digest.rules.ts';
import { type GatewayRow, gatewayRows } from './gateway.store.ts';
import { isRobotAddress } from './opt-out.rules.ts';
import type { OutreachSettings } from './settings.rules.ts';
import type { Channel, OutreachRow } from './tables.ts';

type Carried = Exclude<Channel, 'chat'>;

/** How a message leaves by a gateway; the recipient is masked, its digest is for counting. */
export interface Road {
  readonly gatewayId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly recipientHash: string;
}

/** What a message looks at of the ways out of the house. */
export interface Outlook {
  readonly reachable: ReadonlySet<Channel>;
  readonly obstacles: Readonly<Partial<Record<Channel, string>>>;
}

/** Ways out of the house for a batch of messages. */
export interface Roads {
  outlook(
    message: OutreachRow,
    contact: BuyerContact | undefined,
    settings: OutreachSettings,
  ): Outlook;
  road(message: OutreachRow, channel: Carried, contact: BuyerContact | undefined): Road | null;
  /** One more to this recipient. */
  count(recipientHash: string): void;
}

/** The number or address a channel leads to; null when there is none that can be used. */
export const recipientOf = (contact: BuyerContact | undefined, channel: Carried): string | null => {
  if (channel === 'mail') return contact?.email?.toLowerCase() ?? null;
  return contact?.phoneValid ? contact.phone : null;
};

export const maskedRecipient = (channel: Carried, to: string): string =>
  channel === 'mail' ? maskEmail(to) : maskPhone(to);

/** The gateway a shop's messages leave by: its own, else the one for every shop. */
export const gatewayOf = (
  gateways: readonly GatewayRow[],
  shopId: string,
  channel: Carried,
): GatewayRow | undefined =>
  gateways.find((g) => g.channel === channel && g.shopIds?.includes(shopId)) ??
  gateways.find((g) => g.channel === channel && g.shopIds === null);

const hourMs = 3_600_000;

async function mailsLately(
  tx: Tx,
  hashes: readonly string[],
  since: Date,
): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const rows = await run<{ hash: string; n: number }>(
    tx,
    sql`select encode(recipient_hash, 'hex') as hash, count(*)::int as n from outreach_messages
        where team_id = ${tx.team} and channel = 'mail' and handed_at > ${since} and recipient_hash = any(
          select decode(h, 'hex') from unnest(${[...hashes]}::text[]) h) group by 1`,
  );
  return new Map(rows.map(({ hash, n }) => [hash, n]));
}

/** The gateways of the team and what they lead to. */
export async function roadsOf(
  tx: Tx,
  wished: ReadonlySet<Channel>,
  contacts: readonly BuyerContact[],
  now: number,
  digest: Digest,
): Promise<Roads> {
  const leaves = wished.has('sms') || wished.has('mail');
  const gateways = leaves ? (await gatewayRows(tx)).filter((gateway) => gateway.enabled) : [];
  const hashOf = (to: string) => digest(tx.team ?? '', to);
  const mails = wished.has('mail')
    ? contacts.flatMap((contact) => recipientOf(contact, 'mail') ?? [])
    : [];
  const counts = await mailsLately(tx, mails.map(hashOf), new Date(now - hourMs));
  const gatewayFor = ({ shopId }: OutreachRow, channel: Carried) =>
    gatewayOf(gateways, shopId, channel);
  const obstacle = (
    message: OutreachRow,
    channel: Carried,
    contact: BuyerContact | undefined,
    settings: OutreachSettings,
  ): string | null => {
    const to = recipientOf(contact, channel);
    if (to === null) return channel === 'sms' ? 'no_phone' : 'no_email';
    if (!gatewayFor(message, channel)) return 'no_gateway';
    if (channel === 'sms') return null;
    if (isRobotAddress(to)) return 'robot_address';
    return (counts.get(hashOf(to)) ?? 0) >= settings.mailPerHour ? 'mail_hour' : null;
  };
  return {
    outlook(message, contact, settings) {
      const reachable = new Set<Channel>();
      const obstacles: Partial<Record<Channel, string>> = {};
      for (const channel of message.channels) {
        if (channel === 'chat') continue;
        const why = obstacle(message, channel, contact, settings);
        if (why === null) reachable.add(channel);
        else obstacles[channel] = why;
      }
      return { reachable, obstacles };
    },
    road(message, channel, contact) {
      const to = recipientOf(contact, channel);
      const gateway = gatewayFor(message, channel);
      if (to === null || !gateway) return null;
      return {
        gatewayId: gateway.id,
        kind: gateway.kind,
        recipient: maskedRecipient(channel, to),
        recipientHash: hashOf(to),
      };
    },
    count: (hash) => void counts.set(hash, (counts.get(hash) ?? 0) + 1),
  };
}
