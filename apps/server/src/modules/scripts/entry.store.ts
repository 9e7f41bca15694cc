import type { scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import type { JsonText } from '../../kernel/answer.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, json, type Tx } from '../../kernel/tx.ts';
import { foldersJson } from './folder.store.ts';
import { inSight } from './reach.ts';

type Entry = scripts.ScriptEntryShape;

/** So many pairs of questions a script is known by. */
const learnedPairs = 24;

const memberOf = (actor: StaffActor): string | null =>
  actor.kind === 'member' ? actor.member : null;

/** One row as a list holds it; joined with what the reader used and keeps at hand. */
const entryJson = (
  actor: StaffActor,
) => sql`json_build_object('id', s.id, 'scope', s.scope, 'shopId', s.shop_id,
  'folderId', s.folder_id, 'code', s.code, 'title', s.title,
  'text', coalesce(nullif(s.lead->>${actor.locale}::text, ''), s.lead->>'zh-CN'), 'pinyin', s.pinyin, 'initials', s.initials,
  'learned', coalesce(l.learned, ''), 'kinds', s.kinds, 'variants', s.variants, 'state', s.state,
  'usable', s.published_version is not null, 'version', s.version, 'playbook', s.playbook, 'step', s.step,
  'favourite', f.script_id is not null, 'uses', coalesce(u.n, 0), 'usedAt', ${sql.raw(isoColumn('u.at'))},
  'updatedAt', ${sql.raw(isoColumn('s.updated_at'))})`;

const entriesFrom = (actor: StaffActor) => sql`scripts s
  left join script_favourites f on f.team_id = s.team_id and f.script_id = s.id and f.member_id = ${memberOf(actor)}
  left join (select x.script_id, count(*)::int as n, max(x.at) as at from script_uses x where x.team_id = ${actor.team}
      and x.member_id = ${memberOf(actor)} and x.counts and x.at > now() - interval '30 days' group by 1) u on u.script_id = s.id
  left join (select k.script_id, string_agg(k.gram, '|' order by k.n desc, k.gram) as learned from (
      select g.script_id, g.gram, g.n, row_number() over (partition by g.script_id order by g.n desc, g.gram) as place
      from script_learned g where g.team_id = ${actor.team}) k where k.place <= ${learnedPairs} group by 1) l on l.script_id = s.id`;

/** All scripts the actor sees, or the named ones, and the folders; one statement, its text passed on as it is. */
export const readIndex = (
  tx: Tx,
  actor: StaffActor,
  ids: readonly string[] | null,
): Promise<JsonText | null> => {
  const named = ids === null ? sql`true` : sql`s.id = any(${[...ids]}::uuid[])`;
  return json(
    tx,
    sql`select json_build_object('items', coalesce((select json_agg(${entryJson(actor)} order by s.title, s.id)
          from ${entriesFrom(actor)} where s.team_id = ${actor.team} and s.removed_at is null and ${named}
            and ${inSight(actor, 's')}), '[]'), 'folders', ${foldersJson(actor)})::text`,
  );
};

/** One entry, removed or not. */
export async function readEntry(tx: Tx, actor: StaffActor, id: string): Promise<Entry> {
  const row = await first<{ entry: Entry }>(
    tx,
    sql`select ${entryJson(actor)} as entry from ${entriesFrom(actor)} where s.team_id = ${actor.team} and s.id = ${id}`,
  );
  if (!row) throw new Error('a script that was just read is gone');
  return row.entry;
}
