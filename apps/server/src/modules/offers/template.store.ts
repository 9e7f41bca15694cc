import type { offers } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

type Shape = Omit<offers.CouponTemplateShape, 'can' | 'worthMinor'>;
export type TemplateRow = Shape & { readonly worthMinor: number };

const iso = (column: string) => sql.raw(isoColumn(column));

const columns = sql`t.id, t.shop_id as "shopId", t.name, t.version, t.currency, t.terms, t.budget_minor as "budgetMinor",
  t.max_count as "maxCount", t.per_buyer as "perBuyer", ${iso('t.valid_from')} as "validFrom",
  ${iso('t.valid_until')} as "validUntil", t.valid_days as "validDays", t.worth_minor as "worthMinor",
  ${iso('t.stopped_at')} as "stoppedAt", t.issued_count as "issuedCount", t.committed_minor as "committedMinor",
  t.used_count as "usedCount", t.used_minor as "usedMinor", ${iso('t.created_at')} as "createdAt"`;

export interface TemplateQuery {
  readonly shops: readonly string[] | null;
  readonly shopId?: string | undefined;
  /** Only those that may be given now. */
  readonly giving?: boolean | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

export const readTemplates = (tx: Tx, query: TemplateQuery) =>
  run<TemplateRow & { place: string }>(
    tx,
    sql`select ${columns}, to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
        from coupon_templates t where t.team_id = ${tx.team}
          and (${query.shops === null} or t.shop_id = any(${[...(query.shops ?? [])]}::uuid[]))
          and (${query.shopId ?? null}::uuid is null or t.shop_id = ${query.shopId ?? null})
          and (${query.giving !== true} or t.stopped_at is null and coalesce(t.valid_until > now(), true)
            and coalesce(t.issued_count < t.max_count, true) and coalesce(t.committed_minor + t.worth_minor <= t.budget_minor, true))
          and (${query.after?.[0] ?? null}::timestamptz is null
            or (t.created_at, t.id) < (${query.after?.[0] ?? null}::timestamptz, ${query.after?.[1] ?? null}::uuid))
        order by t.created_at desc, t.id desc limit ${query.limit}`,
  );

export const readTemplate = (tx: Tx, id: string) =>
  first<TemplateRow>(
    tx,
    sql`select ${columns} from coupon_templates t where t.team_id = ${tx.team} and t.id = ${id}`,
  );

export type NewTemplate = Pick<
  TemplateRow,
  | 'id'
  | 'shopId'
  | 'name'
  | 'currency'
  | 'terms'
  | 'worthMinor'
  | 'budgetMinor'
  | 'maxCount'
  | 'perBuyer'
  | 'validFrom'
  | 'validUntil'
  | 'validDays'
>;

export const insertTemplate = (tx: Tx, row: NewTemplate) =>
  run(
    tx,
    sql`insert into coupon_templates (team_id, id, shop_id, name, currency, terms, worth_minor, budget_minor, max_count, per_buyer,
          valid_from, valid_until, valid_days)
        values (${tx.team}, ${row.id}, ${row.shopId}, ${row.name}, ${row.currency}, ${JSON.stringify(row.terms)}, ${row.worthMinor},
          ${row.budgetMinor}, ${row.maxCount}, ${row.perBuyer}, ${row.validFrom}, ${row.validUntil}, ${row.validDays})`,
  );

/** New terms as a new version; false where the new bounds are below what is given out already. */
export const updateTemplate = async (tx: Tx, row: Omit<NewTemplate, 'shopId' | 'currency'>) =>
  (
    await run(
      tx,
      sql`update coupon_templates set name = ${row.name}, terms = ${JSON.stringify(row.terms)}, worth_minor = ${row.worthMinor},
            budget_minor = ${row.budgetMinor}, max_count = ${row.maxCount}, per_buyer = ${row.perBuyer},
            valid_from = ${row.validFrom}, valid_until = ${row.validUntil}, valid_days = ${row.validDays}, version = version + 1
          where team_id = ${tx.team} and id = ${row.id}
            and coalesce(issued_count <= ${row.maxCount}::int, true)
            and coalesce(committed_minor <= ${row.budgetMinor}::bigint, true) returning 1`,
    )
  ).length > 0;

/** Keeps a version as it was said. */
export function insertVersion(actor: Actor, tx: Tx, id: string) {
  const by = actorRef(actor);
  return run(
    tx,
    sql`insert into coupon_versions (team_id, template_id, version, name, terms, actor_kind, actor_id)
        select team_id, id, version, name, terms, ${by.kind}, ${by.id}::uuid from coupon_templates
        where team_id = ${tx.team} and id = ${id}`,
  );
}

export const writeStopped = (tx: Tx, id: string, at: Date | null) =>
  run(
    tx,
    sql`update coupon_templates set stopped_at = ${at} where team_id = ${tx.team} and id = ${id}`,
  );
