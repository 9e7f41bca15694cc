import { sql } from 'kysely';
import { first, run, runPrepared, type Tx } from '../../kernel/tx.ts';
import type { Amounts, LimitKey } from './limit.rules.ts';

/** The shop of a limit or counter that stands for every shop. */
export const everyShop = '00000000-0000-0000-0000-000000000000';

export interface LimitRow extends Amounts {
  readonly subjectKind: 'role' | 'member' | 'key';
  readonly subjectId: string;
  readonly shopId: string;
  readonly action: LimitKey;
  readonly currency: string;
}

/** Every limit somebody set in these currencies; a table of a few dozen rows. */
export const limitRows = (tx: Tx, currencies: readonly string[]): Promise<LimitRow[]> =>
  runPrepared(
    tx,
    'authority',
    sql`select subject_kind as "subjectKind", subject_id as "subjectId", shop_id as "shopId", action, currency,
          per_act_minor as "perActMinor", per_order_minor as "perOrderMinor", per_buyer_day_minor as "perBuyerDayMinor",
          per_day_minor as "perDayMinor", floor_percent as "floorPercent", beyond
        from authority_limits where team_id = ${tx.team} and currency = any(${[...currencies]}::text[])`,
  );

/** What identifies a limit: whose, of which act, in which currency, of which shop. */
export interface LimitPlace {
  readonly subjectKind: LimitRow['subjectKind'];
  readonly subjectId: string;
  readonly shopId: string;
  readonly action: LimitKey;
  readonly currency: string;
}

export const putLimit = (tx: Tx, place: LimitPlace, to: Amounts, at: Date) =>
  run(
    tx,
    sql`insert into authority_limits (team_id, subject_kind, subject_id, shop_id, action, currency, per_act_minor, per_order_minor,
          per_buyer_day_minor, per_day_minor, floor_percent, beyond, set_at)
        values (${tx.team}, ${place.subjectKind}, ${place.subjectId}, ${place.shopId}, ${place.action}, ${place.currency},
          ${to.perActMinor}, ${to.perOrderMinor}, ${to.perBuyerDayMinor}, ${to.perDayMinor}, ${to.floorPercent}, ${to.beyond}, ${at})
        on conflict (team_id, currency, subject_kind, subject_id, action, shop_id) do update set
          per_act_minor = excluded.per_act_minor, per_order_minor = excluded.per_order_minor,
          per_buyer_day_minor = excluded.per_buyer_day_minor, per_day_minor = excluded.per_day_minor,
          floor_percent = excluded.floor_percent, beyond = excluded.beyond, set_at = excluded.set_at`,
  );

export const deleteLimit = (tx: Tx, place: LimitPlace) =>
  run(
    tx,
    sql`delete from authority_limits where team_id = ${tx.team} and subject_kind = ${place.subjectKind}
          and subject_id = ${place.subjectId} and shop_id = ${place.shopId} and action = ${place.action}
          and currency = ${place.currency}`,
  );

/** Minutes a request waits for one line of approvers. */
export async function stageMinutes(tx: Tx): Promise<number> {
  const row = await first<{ minutes: number }>(
    tx,
    sql`select stage_minutes as minutes from authority_settings where team_id = ${tx.team}`,
  );
  return row?.minutes ?? 60;
}

export const putStageMinutes = (tx: Tx, minutes: number) =>
  run(
    tx,
    sql`insert into authority_settings (team_id, stage_minutes) values (${tx.team}, ${minutes})
        on conflict (team_id) do update set stage_minutes = excluded.stage_minutes`,
  );
