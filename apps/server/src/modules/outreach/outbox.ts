import { type SystemActor, system } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Log } from '../../kernel/log.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type BuyerContact, contactsOf } from '../buyers/index.ts';
import { digestWith } from './digest.rules.ts';
import { outreachSkipped, outreachUnknown } from './events.ts';
import type { MessageGateway, Outgoing } from './gateway.ports.ts';
import { type GatewayRow, gatewayRows } from './gateway.store.ts';
import type { Gateways } from './open-gateways.ts';
import {
  changeMessage,
  claimAsks,
  claimSends,
  keyOf,
  mayLeave,
  type Outbound,
  setPace,
  takeHeld,
  takeLost,
  takePace,
  unclaim,
} from './outbox.store.ts';
import type { OutreachNeeds } from './ports.ts';
import { isBarred } from './refused.store.ts';
import { recipientOf } from './roads.ts';
import { settleAnswer, settleAsked } from './settle.ts';
import { tellMessage } from './told.ts';
import { unsubscribeUrlOf } from './unsubscribe.rules.ts';

/** Longer than a request can take: after it whoever had the message is dead, or was not answered. */
const leaseMs = 45_000;
const atOnce = 20;
const asksAtOnce = 10;

/** What sending needs beside the database. */
export interface Sender {
  readonly needs: OutreachNeeds;
  readonly gateways: Gateways;
  readonly log: Log;
}

const why = 'outreach';

/** What is paused or refused before it left is decided anew: its order may be paid, its hour over, its buyer gone. */
const again = () => ({
  state: 'planned' as const,
  ...{ reason: null, channel: null, gateway_id: null, recipient: null },
  ...{ handed_at: null, try_at: null, due_at: now(), moved_at: now() },
});

/** What nobody will answer any more becomes unknown; what was stopped before it left is skipped. */
const tidy = (db: Db, team: string): Promise<void> => {
  const actor = system(team, why);
  return db.write(actor, async (tx) => {
    for (const lost of await takeLost(tx, now())) tellMessage(actor, tx, outreachUnknown, lost);
    for (const { id } of await takeHeld(tx, 'paused', 500)) await changeMessage(tx, id, again());
    for (const one of await takeHeld(tx, 'stopped', 500)) {
      const skipped = { state: 'skipped', reason: 'stopped' } as const;
      await changeMessage(tx, one.id, { ...skipped, handed_at: null, moved_at: now() });
      tellMessage(actor, tx, outreachSkipped, { ...one, ...skipped });
    }
  });
};

interface Claimed {
  readonly message: Outbound;
  readonly contact: BuyerContact | undefined;
}

const withContacts = async (tx: Tx, messages: readonly Outbound[]): Promise<Claimed[]> => {
  const found = await contactsOf(tx, [...new Set(messages.map(({ buyerId }) => buyerId))]);
  const contacts = new Map(found.map((contact) => [contact.id, contact]));
  return messages.map((message) => ({ message, contact: contacts.get(message.buyerId) }));
};

/** The gateway's next messages at its pace; committed before anything leaves. */
const claim = (db: Db, team: string, gatewayId: string): Promise<Claimed[]> =>
  db.write(system(team, why), async (tx) => {
    const at = now();
    const pace = await takePace(tx, gatewayId, at);
    if (!pace) return [];
    const limit = Math.min(atOnce, Math.max(1, Math.ceil(pace.perSecond / 4)));
    const until = new Date(clock.now() + leaseMs);
    const messages = await claimSends(tx, gatewayId, at, until, limit);
    if (messages.length === 0) return [];
    const waitMs = (1000 * messages.length) / pace.perSecond;
    await setPace(tx, gatewayId, new Date(at.getTime() + waitMs));
    return withContacts(tx, messages);
  });

const outgoing = (needs: OutreachNeeds, team: string, message: Outbound, to: string): Outgoing => ({
  key: keyOf(message),
  to,
  text: message.text,
  subject: message.subject,
  unsubscribeUrl: message.channel === 'mail' ? unsubscribeUrlOf(needs, team, message.id) : null,
});

/** CMP-05: asked at the last moment, for many were claimed together, and what was decided may have waited for long. */
const mayGo = (needs: OutreachNeeds, db: Db, actor: SystemActor, { message, contact }: Claimed) =>
  db.read(actor, async (tx) => {
    if (!(await mayLeave(tx, message))) return 'held';
    const digest = digestWith(needs.config.secretKey);
    return contact && (await isBarred(tx, contact, message, digest)) ? 'barred' : 'free';
  });

/** What may not leave now goes back; what a no holds for by now is decided anew by it. */
const giveBack = (db: Db, actor: SystemActor, message: Outbound, barred: boolean): Promise<void> =>
  db.write(actor, async (tx) => {
    const ours = (await unclaim(tx, message)).length > 0;
    if (ours && barred) await changeMessage(tx, message.id, again());
  });

async function sendOne(
  { needs, gateways }: Sender,
  db: Db,
  actor: SystemActor,
  row: GatewayRow,
  claimed: Claimed,
): Promise<void> {
  const { message, contact } = claimed;
  const to = recipientOf(contact, row.channel);
  const gateway = gateways.of(actor.team, row);
  const may = await mayGo(needs, db, actor, claimed);
  if (may !== 'free') return giveBack(db, actor, message, may === 'barred');
  const answer =
    to === null
      ? ({ state: 'refused', code: `no_${row.channel}`, text: '' } as const)
      : await gateway.send(outgoing(needs, actor.team, message, to));
  await settleAnswer(db, actor, row, message, answer);
}

/** Asks the gateway after messages nobody knows about. */
async function askAround(
  { gateways }: Sender,
  db: Db,
  team: string,
  rows: ReadonlyMap<string, GatewayRow>,
): Promise<void> {
  const actor = system(team, why);
  const claimed = await db.write(actor, async (tx) =>
    withContacts(tx, await claimAsks(tx, now(), asksAtOnce)),
  );
  for (const { message, contact } of claimed) {
    const row = rows.get(message.gatewayId ?? '');
    const to = row && recipientOf(contact, row.channel);
    const gateway: MessageGateway | null = row?.enabled ? gateways.of(team, row) : null;
    if (!gateway?.ask || !row || !to) continue;
    const at = message.sentAt ?? message.dueAt;
    const answer = await gateway.ask({ key: keyOf(message), to, at, text: message.text });
    await settleAsked(db, actor, row, message, answer);
  }
}

/** Hands over what waits at every gateway of the team at its pace, once around; true when there may be more now. */
export async function workOutbox(sender: Sender, db: Db, team: string): Promise<boolean> {
  const actor = system(team, why);
  const all = await db.read(actor, gatewayRows);
  const rows = new Map(all.map((row) => [row.id, row]));
  await sender.gateways.keep(team, new Set(all.filter((r) => r.enabled).map(({ id }) => id)));
  if (all.length === 0) return false;
  await tidy(db, team);
  let sent = 0;
  const ofGateway = async (row: GatewayRow) => {
    // Opened before anything is claimed: an account that cannot be opened holds nothing fast.
    sender.gateways.of(team, row);
    const claimed = await claim(db, team, row.id);
    sent += claimed.length;
    await Promise.all(claimed.map((one) => sendOne(sender, db, actor, row, one)));
  };
  const enabled = all.filter((row) => row.enabled);
  const faults: unknown[] = [];
  await Promise.all(enabled.map((row) => ofGateway(row).catch((fault) => faults.push(fault))));
  await askAround(sender, db, team, rows);
  // Said only now, when every other gateway has had its turn.
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('; '));
  return sent > 0;
}
