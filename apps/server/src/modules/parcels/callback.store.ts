import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Keeps what a provider told; false where it told just that before. */
export async function keepCallback(
  tx: Tx,
  providerId: string,
  digest: Buffer,
  body: Uint8Array,
): Promise<boolean> {
  const kept = await run(
    tx,
    sql`insert into parcel_callbacks (team_id, provider_id, digest, body)
        values (${tx.team}, ${providerId}, ${digest}, ${Buffer.from(body)}) on conflict do nothing returning 1 as one`,
  );
  return kept.length > 0;
}

/** What is still to be taken over, locked; undefined where somebody was quicker. */
export const lockCallback = (tx: Tx, providerId: string, digest: Buffer) =>
  first<{ body: Buffer }>(
    tx,
    sql`select body from parcel_callbacks where team_id = ${tx.team} and provider_id = ${providerId} and digest = ${digest}
          and handled_at is null for update skip locked`,
  );

/** Its words are not needed any more; that it was told stays for two weeks. */
export const markHandled = (tx: Tx, providerId: string, digest: Buffer) =>
  run(
    tx,
    sql`update parcel_callbacks set handled_at = clock_timestamp(), body = null
        where team_id = ${tx.team} and provider_id = ${providerId} and digest = ${digest}`,
  );

export const forgetCallbacks = (tx: Tx) =>
  run(
    tx,
    sql`delete from parcel_callbacks where team_id = ${tx.team} and handled_at is not null
          and received_at < now() - interval '14 days'`,
  );
