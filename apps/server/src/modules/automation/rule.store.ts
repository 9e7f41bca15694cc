import type { automation } from '@guitai/contract';
import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { RuleRow } from './tables.ts';

const columns = sql`id, shop_id as "shopId", preset, name, position, state, since, stopped_at as "stoppedAt",
  stopped_why as "stoppedWhy", stopped_detail as "stoppedDetail", version, trigger, definition, updated_at as "updatedAt",
  case when author_id is not null then json_build_object('kind', author_kind, 'id', author_id, 'knew', author_knew) end as author`;

/** Rules of a shop in the order they run. */
export const rulesOfShop = (tx: Tx, shopId: string): Promise<RuleRow[]> =>
  run(
    tx,
    sql`select ${columns} from automation_rules where team_id = ${tx.team} and shop_id = ${shopId} order by position, id`,
  );

/** Rules that hear of these triggers in these shops, in the order they run. */
export const rulesHearing = (
  tx: Tx,
  shopIds: readonly string[],
  triggers: readonly string[],
): Promise<RuleRow[]> =>
  run(
    tx,
    sql`select ${columns} from automation_rules where team_id = ${tx.team} and state <> 'off'
        and shop_id = any(${[...shopIds]}::uuid[]) and trigger = any(${[...triggers]}::text[]) order by position, id`,
  );

/** Which triggers anybody in the team listens for: what passes by the thousand is looked at only then. */
export async function triggersHeard(tx: Tx): Promise<Set<string>> {
  const rows = await run<{ trigger: string }>(
    tx,
    sql`select distinct trigger from automation_rules where team_id = ${tx.team} and state <> 'off'`,
  );
  return new Set(rows.map(({ trigger }) => trigger));
}

export const rulesByIds = (tx: Tx, ids: readonly string[]): Promise<RuleRow[]> =>
  run(
    tx,
    sql`select ${columns} from automation_rules where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );

export const readRule = (tx: Tx, id: string, lock = false): Promise<RuleRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from automation_rules where team_id = ${tx.team} and id = ${id} ${lock ? sql`for update` : sql``}`,
  );

type NewRule = Pick<
  RuleRow,
  'id' | 'shopId' | 'preset' | 'name' | 'position' | 'definition' | 'author'
>;

/** Writes new rules, off; a ready-made one the shop was given before is left as it is, or away. Returns the ids written. */
export async function insertRules(tx: Tx, rules: readonly NewRule[], at: Date): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`with r as materialized (select * from json_to_recordset(${JSON.stringify(rules)}::json)
            as r(id uuid, "shopId" uuid, preset text, name text, position int, definition jsonb, author json)),
          given as (insert into automation_given (team_id, shop_id, preset)
            select ${tx.team}, r."shopId", r.preset from r where r.preset is not null on conflict do nothing)
        insert into automation_rules (team_id, id, shop_id, preset, name, position, trigger, definition, updated_at, author_kind, author_id, author_knew)
        select ${tx.team}, r.id, r."shopId", r.preset, r.name, r.position, r.definition ->> 'trigger', r.definition, ${at},
          r.author ->> 'kind', (r.author ->> 'id')::uuid, coalesce(r.author -> 'knew', '{}')::jsonb
        from r where not exists (select from automation_given g
          where g.team_id = ${tx.team} and g.shop_id = r."shopId" and g.preset = r.preset)
        on conflict do nothing returning id`,
  );
  return rows.map(({ id }) => id);
}

export interface Version {
  readonly ruleId: string;
  readonly version: number;
  readonly name: string;
  readonly definition: automation.RuleDefinition;
}

export const insertVersions = (
  tx: Tx,
  versions: readonly Version[],
  by: { readonly kind: string; readonly id: string | null },
  at: Date,
) =>
  run(
    tx,
    sql`insert into automation_versions (team_id, rule_id, version, name, definition, by_kind, by_id, at)
        select ${tx.team}, v."ruleId", v.version, v.name, v.definition, ${by.kind}, ${by.id}, ${at}
        from json_to_recordset(${JSON.stringify(versions)}::json)
          as v("ruleId" uuid, version int, name text, definition jsonb)`,
  );

/** Writes a rule as it is now. */
export const saveRule = (tx: Tx, rule: RuleRow) =>
  run(
    tx,
    sql`update automation_rules set name = ${rule.name}, position = ${rule.position}, state = ${rule.state}, since = ${rule.since},
          stopped_at = ${rule.stoppedAt}, stopped_why = ${rule.stoppedWhy}, stopped_detail = ${rule.stoppedDetail},
          version = ${rule.version}, trigger = ${rule.definition.trigger}, definition = ${JSON.stringify(rule.definition)}::jsonb,
          updated_at = ${rule.updatedAt}, author_kind = ${rule.author?.kind ?? null}, author_id = ${rule.author?.id ?? null},
          author_knew = ${JSON.stringify(rule.author?.knew ?? {})}::jsonb
        where team_id = ${tx.team} and id = ${rule.id}`,
  );

/** From now on it listens: by the clock that dates the log, for its events are compared with it. */
export const listenFromNow = (tx: Tx, id: string) =>
  run(
    tx,
    sql`update automation_rules set since = clock_timestamp() where team_id = ${tx.team} and id = ${id}`,
  );

export const deleteRule = (tx: Tx, id: string) =>
  run(tx, sql`delete from automation_rules where team_id = ${tx.team} and id = ${id}`);

/** Numbers the rules of a shop as the ids stand. */
export const savePositions = (tx: Tx, ids: readonly string[]) =>
  run(
    tx,
    sql`update automation_rules r set position = n.place
        from unnest(${[...ids]}::uuid[]) with ordinality as n(id, place)
        where r.team_id = ${tx.team} and r.id = n.id`,
  );

export const versionsOf = (tx: Tx, ruleId: string) =>
  run<Omit<Version, 'ruleId'> & { byName: string; at: Date }>(
    tx,
    sql`select v.version, v.name, v.definition, coalesce(m.name, k.name, '') as "byName", v.at from automation_versions v
        left join published.members m on m.team_id = v.team_id and m.id = v.by_id and v.by_kind = 'member'
        left join published.api_keys k on k.team_id = v.team_id and k.id = v.by_id and v.by_kind = 'key'
        where v.team_id = ${tx.team} and v.rule_id = ${ruleId} order by v.version desc limit 100`,
  );

/** The timer of a rule that runs by the clock; null takes it away. */
export const setTimer = (tx: Tx, ruleId: string, dueAt: Date | null) =>
  dueAt === null
    ? run(tx, sql`delete from automation_timers where team_id = ${tx.team} and rule_id = ${ruleId}`)
    : run(
        tx,
        sql`insert into automation_timers (team_id, rule_id, due_at) values (${tx.team}, ${ruleId}, ${dueAt})
            on conflict (team_id, rule_id) do update set due_at = excluded.due_at`,
      );

/** Timers whose time has come, locked. */
export const dueTimers = (tx: Tx, at: Date) =>
  run<{ ruleId: string; dueAt: Date }>(
    tx,
    sql`select rule_id as "ruleId", due_at as "dueAt" from automation_timers where team_id = ${tx.team} and due_at <= ${at}
        order by due_at limit 20 for update skip locked`,
  );
