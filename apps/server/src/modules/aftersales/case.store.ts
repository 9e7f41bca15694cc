import type { aftersales } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { State } from './case.rules.ts';
import { type CaseLineRow, type CaseRow, own } from './tables.ts';

/** A case as its card shows it, without what its reader may do. */
export type Card = Omit<aftersales.CaseShape, 'can'>;

type NewCase = Omit<
  CaseRow,
  | 'team_id'
  | 'parcel_in'
  | 'parcel_out'
  | 'inspection'
  | 'paid_act_id'
  | 'version'
  | 'opened_at'
  | 'decision'
>;

export const insertCase = (tx: Tx, row: NewCase) =>
  own(tx)
    .insertInto('aftersales_cases')
    .values({
      ...row,
      team_id: tx.team ?? '',
      decision: '',
      version: 1,
      opened_at: now(),
      parcel_in: null,
      parcel_out: null,
      inspection: null,
      paid_act_id: null,
    })
    .execute();

/** A line as it is kept: what it was when the case was opened. */
export interface NewLine extends CaseLineRow {
  readonly title: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly pictureUrl: string | null;
  readonly newSku: string | null;
  readonly newOptions: Readonly<Record<string, string>> | null;
}

export const insertLines = (tx: Tx, caseId: string, lines: readonly NewLine[]) =>
  run(
    tx,
    sql`insert into aftersales_lines (team_id, case_id, line_no, quantity, title, sku, options, picture_url, unit_minor,
          variant_id, new_variant_id, new_sku, new_options, new_unit_minor)
        select ${tx.team}, ${caseId}, r."lineNo", r.quantity, r.title, r.sku, r.options, r."pictureUrl", r."unitMinor",
          r."variantId", r."newVariantId", r."newSku", r."newOptions", r."newUnitMinor"
        from json_to_recordset(${JSON.stringify(lines)}::json) as r("lineNo" int, quantity int, title text, sku text, options json,
          "pictureUrl" text, "unitMinor" bigint, "variantId" uuid, "newVariantId" uuid, "newSku" text, "newOptions" json,
          "newUnitMinor" bigint)`,
  );

/** A case as it stands; null when there is none. */
export const findCase = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  first(tx, sql`select * from aftersales_cases where team_id = ${tx.team} and id = ${id}`);

/** The same, locked; take the lock of its order before. */
export const lockCase = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  first(
    tx,
    sql`select * from aftersales_cases where team_id = ${tx.team} and id = ${id} for update`,
  );

/** A line with its name, for decisions and cards. */
export type NamedLine = CaseLineRow & Pick<NewLine, 'title' | 'options' | 'newOptions'>;

export const linesOfCase = (tx: Tx, caseId: string): Promise<NamedLine[]> =>
  run(
    tx,
    sql`select line_no as "lineNo", title, options, new_options as "newOptions", quantity, unit_minor as "unitMinor", variant_id as "variantId",
          new_variant_id as "newVariantId", new_unit_minor as "newUnitMinor"
        from aftersales_lines where team_id = ${tx.team} and case_id = ${caseId} order by line_no`,
  );

/** What a step may change of a case besides its state. */
export type Change = Partial<
  Pick<
    CaseRow,
    | 'decision'
    | 'amount_minor'
    | 'payee_method_id'
    | 'parcel_in'
    | 'parcel_out'
    | 'inspection'
    | 'paid_act_id'
    | 'conversation_id'
  >
>;

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** Moves a case on, from the version that was looked at; false when a rival was first. */
export async function moveCase(
  tx: Tx,
  was: CaseRow,
  state: State,
  dueAt: Date | null,
  change: Change,
): Promise<boolean> {
  const next = { ...was, ...change };
  const row = await first(
    tx,
    sql`update aftersales_cases set state = ${state}, due_at = ${dueAt}, told = null, decision = ${next.decision},
          amount_minor = ${next.amount_minor}, payee_method_id = ${next.payee_method_id}, parcel_in = ${json(next.parcel_in)}::json,
          parcel_out = ${json(next.parcel_out)}::json, inspection = ${json(next.inspection)}::json,
          paid_act_id = ${next.paid_act_id}, conversation_id = ${next.conversation_id}, version = version + 1, updated_at = ${now()}
        where team_id = ${tx.team} and id = ${was.id} and version = ${was.version} returning id`,
  );
  return row !== undefined;
}

/** Puts a step into the history of a case. */
export const insertStep = (
  actor: Actor,
  tx: Tx,
  caseId: string,
  step: { readonly state: State; readonly note: string; readonly amountMinor: number | null },
) => {
  const by = actorRef(actor);
  return run(
    tx,
    sql`insert into aftersales_steps (team_id, id, case_id, state, note, amount_minor, actor_kind, actor_id)
        values (${tx.team}, ${newId()}, ${caseId}, ${step.state}, ${step.note}, ${step.amountMinor}, ${by.kind}, ${by.id})`,
  );
};

/** Whether somebody else than this actor noted that the goods of a case came back. */
export async function wasReceivedByAnother(actor: Actor, tx: Tx, caseId: string): Promise<boolean> {
  const by = actorRef(actor);
  const seen = await first(
    tx,
    sql`select 1 as one from aftersales_steps where team_id = ${tx.team} and case_id = ${caseId} and state = 'received'
        and actor_id is distinct from ${by.id} limit 1`,
  );
  return seen !== undefined;
}
