import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type ApprovalState, mayBecome } from './approval.rules.ts';
import type { LimitedAct } from './authority.ts';
import type { LimitReached } from './limit.rules.ts';

export interface ApprovalRow {
  readonly id: string;
  readonly state: ApprovalState;
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly act: LimitedAct;
  readonly facts_hash: Buffer;
  readonly conversation_id: string | null;
  readonly note: string;
  readonly why: LimitReached[];
  readonly requester_kind: 'member' | 'key';
  readonly requester_id: string;
  readonly requester_name: string | null;
  readonly requester_version: number;
  readonly stage: number;
  readonly escalated: boolean;
  readonly asked_at: string;
  readonly due_at: string | null;
  readonly decided_by: string | null;
  readonly decided_by_name: string | null;
  readonly decided_for: string | null;
  readonly decided_for_name: string | null;
  readonly decided_at: string | null;
  readonly reason: string | null;
  readonly void_reason: 'changed' | 'requester_changed' | 'not_possible' | null;
  readonly refusal_code: string | null;
}

const iso = (column: string) => sql.raw(`${isoColumn(`p.${column}`)} as ${column}`);

const nameOf = (column: string) =>
  sql.raw(
    `(select name from members m where m.team_id = p.team_id and m.id = p.${column}) as ${column}_name`,
  );

const rows = sql`
  select p.id, p.state, p.endpoint, p.input, p.act, p.facts_hash, p.conversation_id, p.note, p.why, p.requester_kind, p.requester_id,
    coalesce((select name from members m where m.team_id = p.team_id and m.id = p.requester_id),
      (select name from api_keys k where k.team_id = p.team_id and k.id = p.requester_id)) as requester_name,
    p.requester_version, p.stage, p.escalated, ${iso('asked_at')}, ${iso('due_at')}, p.decided_by, ${nameOf('decided_by')},
    p.decided_for, ${nameOf('decided_for')}, ${iso('decided_at')}, p.reason, p.void_reason, p.refusal_code
  from approvals p`;

export const approvalOfId = (tx: Tx, id: string) =>
  first<ApprovalRow>(tx, sql`${rows} where p.team_id = ${tx.team} and p.id = ${id}`);

/** The request, held until the transaction ends: of two who decide, the second waits here and finds it closed. */
export const lockApproval = (tx: Tx, id: string) =>
  first<ApprovalRow>(
    tx,
    sql`${rows} where p.team_id = ${tx.team} and p.id = ${id} for update of p`,
  );

export const approvalRows = (tx: Tx, where: RawBuilder<unknown>, limit: number) =>
  run<ApprovalRow>(
    tx,
    sql`${rows} where p.team_id = ${tx.team} and ${where} order by p.asked_at desc, p.id desc limit ${limit}`,
  );

export interface NewApproval {
  readonly id: string;
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly act: LimitedAct;
  readonly factsHash: Buffer;
  readonly conversationId: string | null;
  readonly note: string;
  readonly why: readonly LimitReached[];
  readonly requesterKind: 'member' | 'key';
  readonly requesterId: string;
  readonly requesterVersion: number;
  readonly stage: number;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

export const insertApproval = (tx: Tx, made: NewApproval) =>
  run(
    tx,
    sql`insert into approvals (team_id, id, state, action, endpoint, input, act, facts_hash, shop_id, order_id, buyer_id,
          conversation_id, amount_minor, currency, note, why, requester_kind, requester_id, requester_version, stage, asked_at, due_at)
        values (${tx.team}, ${made.id}, 'asked', ${made.act.action}, ${made.endpoint}, ${JSON.stringify(made.input)},
          ${JSON.stringify(made.act)}, ${made.factsHash}, ${made.act.shopId}, ${made.act.orderId}, ${made.act.buyerId},
          ${made.conversationId}, ${made.act.amountMinor}, ${made.act.currency}, ${made.note}, ${JSON.stringify(made.why)},
          ${made.requesterKind}, ${made.requesterId}, ${made.requesterVersion}, ${made.stage}, ${made.askedAt}, ${made.dueAt})`,
  );

export interface Closing {
  readonly by?: string | null;
  readonly inPlaceOf?: string | null;
  readonly reason?: string | null;
  readonly voidReason?: ApprovalRow['void_reason'];
  readonly refusalCode?: string | null;
  readonly at: Date;
}

/** Ends a held request; throws where the table of transitions knows no such step. */
export async function closeApproval(tx: Tx, row: ApprovalRow, to: ApprovalState, how: Closing) {
  if (!mayBecome(row.state, to)) throw new Error(`an approval ${row.state} cannot become ${to}`);
  await run(
    tx,
    sql`update approvals set state = ${to}, due_at = null, decided_at = ${how.at}, decided_by = ${how.by ?? null},
          decided_for = ${how.inPlaceOf ?? null}, reason = ${how.reason ?? null}, void_reason = ${how.voidReason ?? null},
          refusal_code = ${how.refusalCode ?? null}
        where team_id = ${tx.team} and id = ${row.id} and state = 'asked'`,
  );
}

/** Hands a held request to the next in line. */
export const raiseApproval = (tx: Tx, id: string, stage: number, dueAt: Date) =>
  run(
    tx,
    sql`update approvals set stage = ${stage}, escalated = true, due_at = ${dueAt}
        where team_id = ${tx.team} and id = ${id} and state = 'asked'`,
  );

/** How many requests of this person about this order wait to be decided. */
export const countOpen = async (tx: Tx, requester: string, orderId: string): Promise<number> =>
  (
    await first<{ open: number }>(
      tx,
      sql`select count(*)::int as open from approvals
          where team_id = ${tx.team} and state = 'asked' and order_id = ${orderId} and requester_id = ${requester}`,
    )
  )?.open ?? 0;

/** The same wish of the same person that waits already. */
export const openTwin = (tx: Tx, requester: string, endpoint: string, factsHash: Buffer) =>
  first<ApprovalRow>(
    tx,
    sql`${rows} where p.team_id = ${tx.team} and p.state = 'asked' and p.requester_id = ${requester}
          and p.endpoint = ${endpoint} and p.facts_hash = ${factsHash} order by p.asked_at limit 1`,
  );
