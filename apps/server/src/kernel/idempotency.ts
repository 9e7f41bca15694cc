import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { TeamActor } from './actor.ts';
import { JsonText } from './answer.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { first, run, type Tx } from './tx.ts';

const keyPattern = /^[\x21-\x7e]{8,200}$/;

export const isIdempotencyKey = (key: string): boolean => keyPattern.test(key);

/** Whose key it is: the same text from two principals are two keys. */
export function principalOf(actor: TeamActor): string {
  switch (actor.kind) {
    case 'member':
      return `member:${actor.member}`;
    case 'key':
      return `key:${actor.key}`;
    case 'buyer':
      return `visitor:${createHash('sha256')
        .update(actor.visitorSecret ?? `${actor.channel} ${actor.buyer ?? actor.from?.address}`)
        .digest('hex')}`;
    default:
      return `system:${actor.why}`;
  }
}

/** One text per value, whatever the order of its keys: two such bodies are the same request. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export interface KeyedRequest {
  readonly key: string;
  readonly endpoint: string;
  readonly input: unknown;
}

/** The reply given before, in its declared shape; undefined where the endpoint has none. */
type Earlier = { reply: JsonText | undefined };

/**
 * Claims the key in the transaction of the effect. A rival with the same key waits here until the first commits.
 * Returns the earlier reply when the request was carried out before, a refusal when the key was used for another one.
 */
export async function claimKey(
  actor: TeamActor,
  tx: Tx,
  request: KeyedRequest,
): Promise<Earlier | Refusal<'idempotency.key_reused'> | null> {
  const principal = principalOf(actor);
  const hash = createHash('sha256').update(canonical(request.input)).digest();
  const claimed = await first(
    tx,
    sql`insert into idempotency_keys (team_id, principal, key, endpoint, request_hash)
        values (${actor.team}, ${principal}, ${request.key}, ${request.endpoint}, ${hash})
        on conflict do nothing returning 1 as one`,
  );
  if (claimed) {
    if (Math.random() < 0.01) await forgetOldKeys(tx);
    return null;
  }
  const earlier = await first<{ same: boolean; reply: string | null }>(
    tx,
    sql`select endpoint = ${request.endpoint} and request_hash = ${hash} as same, reply
        from idempotency_keys
        where team_id = ${actor.team} and principal = ${principal} and key = ${request.key}`,
  );
  if (!earlier?.same) return refuse('idempotency.key_reused');
  return { reply: earlier.reply === null ? undefined : new JsonText(earlier.reply) };
}

/**
 * The first step of work that takes several transactions: done once for the key, and found again by whoever repeats the request,
 * so that the rest goes on from there. What it comes back with is kept as JSON.
 */
export async function beginOnce<T, C extends string>(
  actor: TeamActor,
  tx: Tx,
  request: KeyedRequest,
  begin: () => Promise<T | Refusal<C>>,
): Promise<T | Refusal<C | 'idempotency.key_reused'>> {
  const earlier = await claimKey(actor, tx, request);
  if (isRefusal(earlier)) return earlier as Refusal<'idempotency.key_reused'>;
  if (earlier) return JSON.parse(earlier.reply?.text ?? 'null') as T;
  const begun = await begin();
  if (!isRefusal(begun)) await keepReply(actor, tx, request.key, 200, JSON.stringify(begun));
  return begun;
}

/** Who repeats a request does so within minutes; the replies hold buyers' data and anybody may send new keys. */
const keptFor = sql`interval '3 days'`;

/** Forgets keys of long ago with their replies, a stretch at a time. */
export const forgetOldKeys = (tx: Tx): Promise<unknown> =>
  run(
    tx,
    sql`delete from idempotency_keys where team_id = ${tx.team} and (principal, key) in (
          select principal, key from idempotency_keys where team_id = ${tx.team} and at < now() - ${keptFor}
          order by at limit 500 for update skip locked)`,
  );

/** Keeps the reply beside the key, in the same transaction. */
export async function keepReply(
  actor: TeamActor,
  tx: Tx,
  key: string,
  status: number,
  reply: string | null,
): Promise<void> {
  await run(
    tx,
    sql`update idempotency_keys set status = ${status}, reply = ${reply}
        where team_id = ${actor.team} and principal = ${principalOf(actor)} and key = ${key}`,
  );
}
