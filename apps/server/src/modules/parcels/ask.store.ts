import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { WatchRow } from './tables.ts';

/** A question was answered, with news or without. */
export const noteAnswer = (tx: Tx, parcelId: string, at: Date, news: boolean) =>
  run(
    tx,
    sql`update parcel_watches set asked_at = ${at}, failures = 0, trouble_kind = '', trouble = '',
          quiet = case when ${news} then 0 else quiet + 1 end
        where team_id = ${tx.team} and parcel_id = ${parcelId}`,
  );

/** A question came to nothing. */
export const noteTrouble = (
  tx: Tx,
  parcelId: string,
  at: Date,
  { kind, detail }: { readonly kind: WatchRow['troubleKind']; readonly detail: string },
) =>
  run(
    tx,
    sql`update parcel_watches set asked_at = ${at}, failures = failures + 1, trouble_kind = ${kind}, trouble = ${detail}
        where team_id = ${tx.team} and parcel_id = ${parcelId}`,
  );

/** The provider took a parcel on, or will not. */
export const noteSubscription = (
  tx: Tx,
  parcelId: string,
  at: Date,
  subscription: 'sent' | 'refused',
) =>
  run(
    tx,
    sql`update parcel_watches set subscription = ${subscription},
          subscribed_at = case when ${subscription} = 'sent' then ${at}::timestamptz end
        where team_id = ${tx.team} and parcel_id = ${parcelId}`,
  );

/** The provider told by itself. */
export const noteHeard = (tx: Tx, parcelId: string, at: Date) =>
  run(
    tx,
    sql`update parcel_watches set heard_at = ${at}, quiet = 0, failures = 0, trouble_kind = '', trouble = ''
        where team_id = ${tx.team} and parcel_id = ${parcelId}`,
  );
