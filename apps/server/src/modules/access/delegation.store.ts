import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface DelegationRow {
  readonly id: string;
  readonly from: string;
  readonly from_name: string;
  readonly to: string;
  readonly to_name: string;
  readonly starts_at: string;
  readonly ends_at: string;
}

const rows = sql`
  select d.id, d.from_member as from, f.name as from_name, d.to_member as to, t.name as to_name,
    ${sql.raw(isoColumn('d.starts_at'))} as starts_at, ${sql.raw(isoColumn('d.ends_at'))} as ends_at
  from delegations d join members f on f.team_id = d.team_id and f.id = d.from_member
    join members t on t.team_id = d.team_id and t.id = d.to_member`;

/** Delegations that have not ended at this instant. */
export const delegationRows = (tx: Tx, at: Date) =>
  run<DelegationRow>(
    tx,
    sql`${rows} where d.team_id = ${tx.team} and d.ends_at > ${at} order by d.starts_at, d.id`,
  );

/** Who decides in whose place at this instant; persons shut out neither name nor are deputies. */
export const runningDelegations = (tx: Tx, at: Date) =>
  run<{ from: string; to: string }>(
    tx,
    sql`select d.from_member as from, d.to_member as to from delegations d
          join members f on f.team_id = d.team_id and f.id = d.from_member and f.status = 'active'
          join members t on t.team_id = d.team_id and t.id = d.to_member and t.status = 'active'
        where d.team_id = ${tx.team} and d.starts_at <= ${at} and d.ends_at > ${at} order by d.id`,
  );

export const delegationOfId = (tx: Tx, id: string) =>
  first<DelegationRow>(tx, sql`${rows} where d.team_id = ${tx.team} and d.id = ${id}`);

export interface NewDelegation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

export const insertDelegation = (tx: Tx, made: NewDelegation) =>
  run(
    tx,
    sql`insert into delegations (team_id, id, from_member, to_member, starts_at, ends_at, made_by, made_at)
        values (${tx.team}, ${made.id}, ${made.from}, ${made.to}, ${made.startsAt}, ${made.endsAt}, ${made.madeBy}, ${made.madeAt})`,
  );

/** Ends a delegation at this instant; one that did not begin never does. */
export const closeDelegation = (tx: Tx, id: string, at: Date) =>
  run(
    tx,
    sql`update delegations set starts_at = least(starts_at, ${at}), ends_at = ${at}
        where team_id = ${tx.team} and id = ${id} and ends_at > ${at}`,
  );
