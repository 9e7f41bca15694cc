import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { prepared, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

/** A living key, as far as it matters to know who asks. */
export interface KeyRow {
  readonly id: string;
  readonly permissions: string[];
  readonly shop_ids: string[] | null;
  readonly last_used_at: Date | null;
}

const living = `
  select id, permissions, shop_ids, last_used_at from api_keys
  where team_id = $2 and key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $3)`;

const livingById = living.replace('key_hash = $1', 'id = $1');

export async function keyOfHash(tx: Tx, team: string, hash: Buffer) {
  return (await prepared<KeyRow>(tx, 'access-key', living, [hash, team, now()]))[0];
}

export async function keyOfId(tx: Tx, team: string, id: string) {
  return (await prepared<KeyRow>(tx, 'access-key-id', livingById, [id, team, now()]))[0];
}

/** Notes the last use; coarse, the caller sees to that. */
export async function noteUsed(tx: Tx, team: string, id: string): Promise<void> {
  await own(tx)
    .updateTable('api_keys')
    .set({ last_used_at: now() })
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
}

export interface NewKey {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly permissions: readonly string[];
  readonly shops: readonly string[] | null;
  readonly createdBy: string;
  readonly expiresAt: Date | null;
}

export async function insertKey(tx: Tx, made: NewKey): Promise<void> {
  await own(tx)
    .insertInto('api_keys')
    .values({
      team_id: made.team,
      id: made.id,
      name: made.name,
      prefix: made.prefix,
      key_hash: made.hash,
      permissions: [...made.permissions],
      shop_ids: made.shops ? [...made.shops] : null,
      created_by: made.createdBy,
      created_at: now(),
      expires_at: made.expiresAt,
    })
    .execute();
}

export interface KeyLine {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly permissions: string[];
  readonly shop_ids: string[] | null;
  readonly created_by: string;
  readonly creator: string;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const iso = (column: string) => sql.raw(isoColumn(column));

/** Keys newest first (ids are time-ordered), or the one asked for. */
export const listKeys = (
  tx: Tx,
  team: string,
  wanted: { below?: string | undefined; id?: string | undefined; limit: number },
) =>
  run<KeyLine>(
    tx,
    sql`select k.id, k.name, k.prefix, k.permissions, k.shop_ids, k.created_by, m.name as creator,
               ${iso('k.created_at')} as created_at, ${iso('k.expires_at')} as expires_at,
               ${iso('k.last_used_at')} as last_used_at, ${iso('k.revoked_at')} as revoked_at
        from api_keys k join members m on m.team_id = k.team_id and m.id = k.created_by
        where k.team_id = ${team}
          and (${wanted.below ?? null}::uuid is null or k.id < ${wanted.below ?? null}::uuid)
          and (${wanted.id ?? null}::uuid is null or k.id = ${wanted.id ?? null}::uuid)
        order by k.id desc limit ${wanted.limit}`,
  );

/** Ends a key; says whether there was one alive. */
export async function markRevoked(tx: Tx, team: string, id: string): Promise<boolean> {
  const ended = await own(tx)
    .updateTable('api_keys')
    .set({ revoked_at: now() })
    .where('team_id', '=', team)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return ended.length > 0;
}

/** Ends every key a member made; gives their ids. */
export async function markRevokedOf(tx: Tx, team: string, member: string): Promise<string[]> {
  const ended = await own(tx)
    .updateTable('api_keys')
    .set({ revoked_at: now() })
    .where('team_id', '=', team)
    .where('created_by', '=', member)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return ended.map((key) => key.id);
}
