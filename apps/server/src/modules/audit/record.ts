import { type Actor, actorRef, system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { RefusedAct } from '../../kernel/mount.ts';
import { atClose, pending, type Tx } from '../../kernel/tx.ts';
import { appendEntries, lockHead } from './audit.store.ts';
import { type Chained, chainHash } from './chain.rules.ts';
import { masked, maskInside } from './mask.rules.ts';

/** What one did, as a behaviour says it. `before` and `after` are masked here; pass what changed, not whole rows. */
export interface Act {
  /** Name like an event: `member.role_changed`. */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string } | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly outcome?: 'done' | 'refused';
  /** Given by the person, or the code of the refusal. */
  readonly reason?: string | null;
  readonly shop?: string | null;
}

type Unchained = Omit<Chained, 'seq'>;

const waiting = (tx: Tx) => pending<Unchained>(tx, 'audit');

const textOf = (state: unknown): string | null =>
  state === undefined || state === null ? null : JSON.stringify(masked(state));

const refOf = (actor: Actor) =>
  actor.kind === 'nobody' ? { kind: 'nobody', id: null } : actorRef(actor);

function entryOf(actor: Actor, act: Act): Unchained {
  const { kind, id } = refOf(actor);
  return {
    at: now().toISOString(),
    actor_kind: kind,
    actor_id: id,
    action: act.action,
    subject_kind: act.subject?.kind ?? null,
    subject_id: act.subject?.id ?? null,
    outcome: act.outcome ?? 'done',
    reason: act.reason ? maskInside(act.reason) : actor.kind === 'system' ? actor.why : null,
    before: textOf(act.before),
    after: textOf(act.after),
    shop_id: act.shop ?? null,
    address: actor.from?.address.slice(0, 64) ?? null,
    device: actor.from?.device.slice(0, 200) ?? null,
  };
}

/** Takes the head row late, so that a team's audited acts wait for each other only at their end. */
async function writeWaiting(team: string, tx: Tx): Promise<void> {
  const entries = waiting(tx);
  let { seq, hash } = await lockHead(tx, team);
  const rows = entries.map((entry) => {
    seq += 1;
    const chained: Chained = { ...entry, seq };
    hash = chainHash(hash, team, chained);
    return { ...chained, hash };
  });
  await appendEntries(tx, team, rows);
}

/** Puts an act on record; it is written as the transaction closes, with the act itself or not at all. */
export function record(tx: Tx, actor: Actor, act: Act): void {
  const { team } = tx;
  if (team === null) throw new Error(`${act.action}: an act without a team cannot be recorded`);
  waiting(tx).push(entryOf(actor, act));
  atClose(tx, 'audit', (closing) => writeWaiting(team, closing));
}

/** Puts a refused act on record in a transaction of its own, for the act's own was rolled back. */
export async function recordRefusal(db: Db, team: string, actor: Actor, act: Act): Promise<void> {
  await db.write(system(team, act.action), async (tx) => {
    record(tx, actor, { ...act, outcome: 'refused' });
  });
}

/** The id as it was asked for; it was not checked yet and may be anything. */
const storable = (id: string): string => id.slice(0, 200).replaceAll('\0', '').toWellFormed();

/** A refusal on an audited route: at the door, where a permission was missing, or by the behaviour. */
export async function recordRefused(db: Db, actor: Actor, act: RefusedAct): Promise<void> {
  if (actor.team === null) return;
  const [aim] = Object.entries(act.params);
  await recordRefusal(db, actor.team, actor, {
    action: act.endpoint,
    subject: aim ? { kind: aim[0].replace(/Id$/, ''), id: storable(aim[1]) } : null,
    reason: act.code === 'access.denied' ? `${act.code} ${act.permission}` : act.code,
  });
}
