import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Chain } from './chain.rules.ts';
import type { DecidedRun, WaitingRun } from './tables.ts';

/** A run to be planned. */
export type NewRun = WaitingRun & { readonly version: number };

/** Plans runs; one that was planned before under its episode stays the one, and nothing is planned about who was forgotten. Returns how many are new. */
export async function insertRuns(tx: Tx, runs: readonly NewRun[]): Promise<number> {
  if (runs.length === 0) return 0;
  const rows = await run(
    tx,
    sql`insert into automation_runs (team_id, id, rule_id, shop_id, version, trigger, subject_id, episode, round, happening, position,
          order_id, conversation_id, buyer_id, message_id, message_text, mark, chain, happened_at, due_at)
        select ${tx.team}, r.id, r."ruleId", r."shopId", r.version, r.trigger, r."subjectId", r.episode, r.round, r.happening, r.position,
          r."orderId", r."conversationId", r."buyerId", r."messageId", r."messageText", r.mark, r.chain, r."happenedAt", r."dueAt"
        from json_to_recordset(${JSON.stringify(runs)}::json) as r(id uuid, "ruleId" uuid, "shopId" uuid, version int, trigger text,
          "subjectId" uuid, episode text, round text, happening text, position int, "orderId" uuid, "conversationId" uuid,
          "buyerId" uuid, "messageId" uuid, "messageText" text, mark text, chain jsonb, "happenedAt" timestamptz, "dueAt" timestamptz)
        where r."buyerId" is null or exists (select from published.buyer_names b where b.team_id = ${tx.team} and b.id = r."buyerId")
        on conflict do nothing returning id`,
  );
  return rows.length;
}

/** One process at a time decides for a team; held until the transaction ends. */
export async function takeLane(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`insert into automation_lanes (team_id) values (${tx.team}) on conflict do nothing`,
  );
  await run(tx, sql`select from automation_lanes where team_id = ${tx.team} for update`);
}

/** A page of runs whose time has come and whose rule is not paused: in the order they happened, rules in theirs. */
export const dueRuns = (tx: Tx, at: Date, limit: number): Promise<WaitingRun[]> =>
  run(
    tx,
    sql`select r.id, r.rule_id as "ruleId", r.shop_id as "shopId", r.trigger, r.subject_id as "subjectId", r.episode, r.round,
          r.happening, r.position, r.order_id as "orderId", r.conversation_id as "conversationId", r.buyer_id as "buyerId",
          r.message_id as "messageId", r.message_text as "messageText", r.mark, r.chain, r.happened_at as "happenedAt", r.due_at as "dueAt"
        from automation_runs r join automation_rules u on u.team_id = r.team_id and u.id = r.rule_id
        where r.team_id = ${tx.team} and r.state = 'planned' and r.due_at <= ${at} and u.state <> 'paused'
        order by r.due_at, r.happening, r.position limit ${limit} for update of r`,
  );

/** Writes what was decided of a page in one statement. */
export const saveDecided = (tx: Tx, runs: readonly DecidedRun[], at: Date) =>
  run(
    tx,
    sql`update automation_runs r set state = d.state, why = d.why, facts = d.facts, actions = d.actions, version = d.version,
          fired = d.fired, decided_at = ${at}
        from json_to_recordset(${JSON.stringify(runs)}::json)
          as d(id uuid, state text, why text, facts jsonb, actions jsonb, version int, fired text)
        where r.team_id = ${tx.team} and r.id = d.id`,
  );

/** Runs of the same happening that wait behind a rule that let no later one hear of it. */
export const silenceLater = (tx: Tx, happening: string, position: number, at: Date) =>
  run(
    tx,
    sql`update automation_runs set state = 'skipped', why = 'stopped', decided_at = ${at}
        where team_id = ${tx.team} and state = 'planned' and happening = ${happening} and position > ${position}`,
  );

/** Rounds these rules have used up on these subjects, newest last. */
export const firedOn = (tx: Tx, ruleIds: readonly string[], subjectIds: readonly string[]) =>
  run<{ ruleId: string; subjectId: string; fired: string; at: Date }>(
    tx,
    sql`select rule_id as "ruleId", subject_id as "subjectId", fired, decided_at as at from automation_runs
        where team_id = ${tx.team} and fired is not null and rule_id = any(${[...ruleIds]}::uuid[])
          and subject_id = any(${[...subjectIds]}::uuid[]) order by decided_at`,
  );

/** The chain that leads on from each of these runs. */
export async function chainsAfter(tx: Tx, runIds: readonly string[]): Promise<Map<string, Chain>> {
  if (runIds.length === 0) return new Map();
  const rows = await run<{ id: string; chain: Chain; ruleId: string; name: string }>(
    tx,
    sql`select r.id, r.chain, r.rule_id as "ruleId", u.name from automation_runs r
        join automation_rules u on u.team_id = r.team_id and u.id = r.rule_id
        where r.team_id = ${tx.team} and r.id = any(${[...runIds]}::uuid[])`,
  );
  return new Map(rows.map(({ id, chain, ruleId, name }) => [id, [...chain, { ruleId, name }]]));
}

/** When a conversation last began: its opening or its last reopening. */
export async function talksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; began: string }>(
    tx,
    sql`select conversation_id as id, began from automation_talks
        where team_id = ${tx.team} and conversation_id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, began }) => [id, began]));
}

export const setTalk = (tx: Tx, conversationId: string, began: string) =>
  run(
    tx,
    sql`insert into automation_talks (team_id, conversation_id, began)
        select ${tx.team}, id, ${began} from published.conversation_states where team_id = ${tx.team} and id = ${conversationId}
        on conflict (team_id, conversation_id) do update set began = excluded.began`,
  );

/** Forgets what runs older than this knew; the row stays, so that its happening is still known. */
export const blankOld = (tx: Tx, before: Date) =>
  run(
    tx,
    sql`update automation_runs set facts = '{}', actions = '[]', message_text = null where team_id = ${tx.team}
          and id in (select id from automation_runs where team_id = ${tx.team} and state <> 'planned' and (facts <> '{}' or actions <> '[]')
            and decided_at < ${before} limit 5000) returning id`,
  );
