import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  carryOut,
  carryOutKey,
  claimWrite,
  giveUpWrites,
  hasOpenWrites,
  markSent,
  nextTry,
  putWrite,
  type QueuedWrite,
  settleAct,
} from '../orders/index.ts';
import { type Connection, connectionOfShop } from '../shops/index.ts';
import { noteHealth } from './health.ts';
import { type Hands, platformOf } from './open-line.ts';
import { isTrouble, type Platform, type PlatformOrder, type Trouble } from './ports.ts';
import { passVersions } from './take-over.store.ts';
import { takeOver } from './take-over.ts';

type Claimed = QueuedWrite & { readonly doubtful: boolean };

/** What became of an attempt. `later` keeps the write; `unsure` says that it may have been carried out. */
type Outcome =
  | { readonly end: 'done'; readonly reference: string | null }
  | { readonly end: 'failed'; readonly trouble: Trouble }
  | { readonly end: 'later'; readonly unsure: boolean; readonly trouble: Trouble; at: Date };

const quiet: Trouble = {
  trouble: 'down',
  detail: 'not there yet; the platform may still be at it',
};

/** Where an attempt may have arrived, the platform is asked; only when it had time enough and has nothing, it is sent again. */
async function lookFirst(
  platform: Platform,
  write: Claimed,
  quietMs: number,
): Promise<Outcome | null> {
  const found = await platform.find(write.externalId, write.what, write.id);
  if (isTrouble(found)) {
    if (found.trouble === 'no') return { end: 'failed', trouble: found };
    return { end: 'later', unsure: true, trouble: found, at: nextTry(write.attempts, now()) };
  }
  if (found) return { end: 'done', reference: found.reference };
  const until = write.sentAt === null ? 0 : Date.parse(write.sentAt) + quietMs;
  if (until > now().getTime())
    return { end: 'later', unsure: true, trouble: quiet, at: new Date(until + 200) };
  return null;
}

async function attempt(
  db: Db,
  actor: SystemActor,
  platform: Platform,
  write: Claimed,
  quietMs: number,
): Promise<Outcome> {
  const known = write.doubtful ? await lookFirst(platform, write, quietMs) : null;
  if (known) return known;
  await db.write(actor, (tx) => markSent(tx, write.id));
  const told = await platform.write(write.externalId, write.what, write.id);
  if (!isTrouble(told)) return { end: 'done', reference: told.reference };
  if (told.trouble === 'no') return { end: 'failed', trouble: told };
  const at = nextTry(write.attempts, now(), told.afterSeconds);
  return { end: 'later', unsure: told.trouble === 'down', trouble: told, at };
}

/** An end counts once the order was read again, so that mirror and act change together. */
async function readAfter(platform: Platform, write: Claimed): Promise<PlatformOrder[] | Trouble> {
  const order = await platform.order(write.externalId);
  if (order === null) return [];
  return isTrouble(order) ? order : [order];
}

async function settle(
  actor: SystemActor,
  tx: Tx,
  write: Claimed,
  outcome: Extract<Outcome, { end: 'done' | 'failed' }>,
): Promise<void> {
  const failed = outcome.end === 'failed' ? outcome.trouble.detail : null;
  const reference = outcome.end === 'done' ? outcome.reference : null;
  if (!(await putWrite(tx, write.id, outcome.end, failed ?? '', reference))) return;
  const { actId, shopId, orderId } = write;
  if (actId === null) return;
  if (failed !== null) await giveUpWrites(tx, { shopId, actId }, failed);
  else if (await hasOpenWrites(tx, { orderId, actId })) return;
  await settleAct(actor, tx, actId, outcome.end, failed);
}

async function layDown(
  tx: Tx,
  write: Claimed,
  unsure: boolean,
  trouble: Trouble,
  at: Date,
): Promise<void> {
  await putWrite(tx, write.id, unsure ? 'unsure' : 'waiting', trouble.detail, null);
  const { orderId } = write;
  await enqueue(tx, carryOut, { orderId }, { key: carryOutKey(orderId), runAt: at });
}

const claim = (db: Db, actor: SystemActor, orderId: string) =>
  db.write(actor, async (tx): Promise<{ write: Claimed; connection: Connection } | null> => {
    const write = await claimWrite(tx, orderId);
    const connection = write && (await connectionOfShop(tx, write.shopId));
    if (write && connection?.enabled) return { write, connection };
    if (write) await putWrite(tx, write.id, write.doubtful ? 'unsure' : 'waiting', '', null);
    else if (await hasOpenWrites(tx, { orderId, actId: null })) {
      const runAt = new Date(now().getTime() + 60_000);
      await enqueue(tx, carryOut, { orderId }, { key: `${carryOutKey(orderId)}:watch`, runAt });
    }
    return null;
  });

/** Carries out what waits for an order, the oldest first, until nothing does or the platform has to be waited for. */
export async function carryOutWrites(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  orderId: string,
): Promise<void> {
  for (;;) {
    const claimed = await claim(db, actor, orderId);
    if (!claimed) return;
    const { write, connection } = claimed;
    const platform = platformOf(hands, connection);
    const outcome = await attempt(db, actor, platform, write, hands.quietMs ?? 30_000);
    const read = outcome.end === 'later' ? outcome.trouble : await readAfter(platform, write);
    const unread = isTrouble(read) ? read : null;
    // The last answer says how the platform is: one that took the write may be gone when it is asked for the order.
    const trouble = unread ?? (outcome.end === 'failed' ? outcome.trouble : null);
    const ended = await db.write(actor, async (tx) => {
      if (outcome.end === 'later') {
        await layDown(tx, write, outcome.unsure, outcome.trouble, outcome.at);
      } else if (isTrouble(read)) {
        await layDown(tx, write, true, quiet, nextTry(write.attempts, now()));
      } else {
        // Locks as everywhere: versions, then the order. The mirror comes last: what the platform has is what counts.
        await passVersions(tx, connection.id, read);
        await settle(actor, tx, write, outcome);
        await takeOver(actor, tx, connection, read, true);
      }
      await noteHealth(actor, tx, connection, trouble);
      return outcome.end !== 'later' && unread === null;
    });
    if (!ended) return;
  }
}
