import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { VisitorRow } from './tables.ts';

const columns = sql.raw(`v.id, v.buyer_id as "buyerId", v.rotated_at as "rotatedAt",
  coalesce(v.verified_until > clock_timestamp(), false) as verified, v.verified_until is not null as proven`);

/** The visitor behind a secret, by its present hash or, for ten minutes after a change, the one before. */
export const visitorOfHash = (
  tx: Tx,
  channelId: string,
  hash: Buffer,
): Promise<VisitorRow | undefined> =>
  first(
    tx,
    sql`select ${columns}, v.secret_hash = ${hash} as current from visitors v
        where v.team_id = ${tx.team} and v.channel_id = ${channelId} and v.signed_out_at is null
          and (v.secret_hash = ${hash} or (v.previous_hash = ${hash} and v.previous_until > clock_timestamp()))
        limit 1`,
  );

/** The present hash of a visitor's secret; undefined for one who is not there. */
export async function hashOfVisitor(tx: Tx, id: string): Promise<Buffer | undefined> {
  const row = await first<{ hash: Buffer }>(
    tx,
    sql`select secret_hash as hash from visitors where team_id = ${tx.team} and id = ${id}`,
  );
  return row?.hash;
}

/** Whether a secret belonged to a visitor who signed out: it must never open anything again. */
export async function isSpent(tx: Tx, channelId: string, hash: Buffer): Promise<boolean> {
  const row = await first(
    tx,
    sql`select 1 as one from visitors where team_id = ${tx.team} and channel_id = ${channelId}
        and (secret_hash = ${hash} or previous_hash = ${hash})`,
  );
  return row !== undefined;
}

/** Lets rivals with one secret follow one another until the transaction ends. */
export const lockSecret = (tx: Tx, hash: Buffer): Promise<unknown> =>
  run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`visitor ${hash.toString('hex')}`}, 0))`,
  );

export const insertVisitor = (
  tx: Tx,
  v: {
    readonly id: string;
    readonly channelId: string;
    readonly buyerId: string;
    readonly hash: Buffer;
    readonly locale: string;
    readonly verifiedUntil: Date | null;
  },
): Promise<unknown> =>
  run(
    tx,
    sql`insert into visitors (team_id, id, channel_id, buyer_id, secret_hash, rotated_at, verified_until, locale, created_at, last_seen_at)
        values (${tx.team}, ${v.id}, ${v.channelId}, ${v.buyerId}, ${v.hash}, now(), ${v.verifiedUntil}, ${v.locale}, now(), now())`,
  );

/** The visitor is now this buyer, as the shop says. */
export const bindBuyer = (tx: Tx, id: string, buyerId: string, until: Date): Promise<unknown> =>
  run(
    tx,
    sql`update visitors set buyer_id = ${buyerId}, verified_until = ${until}, last_seen_at = now(),
          former_buyer_id = case when buyer_id <> ${buyerId} and verified_until is null then buyer_id else former_buyer_id end
        where team_id = ${tx.team} and id = ${id}`,
  );

/** The unproven buyer a visitor was before the shop vouched for them; null for most. */
export async function formerBuyer(tx: Tx, visitor: string): Promise<string | null> {
  const row = await first<{ former: string | null }>(
    tx,
    sql`select former_buyer_id as former from visitors where team_id = ${tx.team} and id = ${visitor}`,
  );
  return row?.former ?? null;
}

/** Replaces the secret; false when a rival already did. */
export async function rotate(tx: Tx, id: string, from: Buffer, to: Buffer): Promise<boolean> {
  const rows = await run(
    tx,
    sql`update visitors set secret_hash = ${to}, previous_hash = ${from}, rotated_at = now(), last_seen_at = now(),
          previous_until = now() + interval '10 minutes'
        where team_id = ${tx.team} and id = ${id} and secret_hash = ${from} and signed_out_at is null returning 1 as one`,
  );
  return rows.length > 0;
}

export async function signOut(tx: Tx, id: string): Promise<boolean> {
  const rows = await run(
    tx,
    sql`update visitors set signed_out_at = now(), verified_until = null
        where team_id = ${tx.team} and id = ${id} and signed_out_at is null returning 1 as one`,
  );
  return rows.length > 0;
}

/** Gives a token to the browser that shows it first; whether it is this browser's. */
export async function claimToken(
  tx: Tx,
  channelId: string,
  token: { readonly jti: string; readonly expiresAt: Date },
  hashes: Buffer,
): Promise<boolean> {
  await run(
    tx,
    sql`delete from identity_tokens where team_id = ${tx.team} and expires_at < now() - interval '1 hour'`,
  );
  await run(
    tx,
    sql`insert into identity_tokens (team_id, channel_id, jti, secret_hash, expires_at)
        values (${tx.team}, ${channelId}, ${token.jti}, ${hashes}, ${token.expiresAt}) on conflict do nothing`,
  );
  return isTokenOf(tx, channelId, token.jti, hashes);
}

export async function isTokenOf(
  tx: Tx,
  channelId: string,
  jti: string,
  hash: Buffer,
): Promise<boolean> {
  const row = await first<{ same: boolean }>(
    tx,
    sql`select secret_hash = ${hash} as same from identity_tokens
        where team_id = ${tx.team} and channel_id = ${channelId} and jti = ${jti}`,
  );
  return row?.same ?? false;
}
