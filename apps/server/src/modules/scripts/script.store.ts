import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type Content, contentHash, firstText, kindsOf } from './content.rules.ts';
import type { Home } from './reach.ts';

export interface ScriptRow extends Home {
  readonly id: string;
  readonly folderId: string | null;
  readonly code: string;
  readonly title: string;
  readonly state: 'draft' | 'waiting' | 'published';
  readonly version: number;
  readonly publishedVersion: number | null;
  /** What is published; of a script that never was, its newest words. */
  readonly content: Content;
  readonly pinyin: string;
  readonly initials: string;
  readonly playbook: string | null;
  readonly step: number | null;
  readonly removed: boolean;
}

const columns = sql`id, scope, owner_id as "ownerId", shop_id as "shopId", folder_id as "folderId", code, title, state, version,
  published_version as "publishedVersion", content, pinyin, initials, playbook, step, removed_at is not null as removed`;

/** A script, also a removed one; undefined when there is none of that id. */
export const readScript = (tx: Tx, id: string, lock = false): Promise<ScriptRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from scripts where team_id = ${tx.team} and id = ${id} ${lock ? sql`for update` : sql``}`,
  );

const leadLength = 240;

/** The beginning of the first text in each language. */
const leadOf = (content: Content) =>
  JSON.stringify(
    Object.fromEntries(
      (['zh-CN', 'zh-TW', 'en'] as const).map((one) => [
        one,
        firstText(content, one).slice(0, leadLength),
      ]),
    ),
  );

/** Writes a script's row; the lists are made from it. */
export async function saveScriptRow(tx: Tx, row: Omit<ScriptRow, 'removed'>): Promise<void> {
  const { content } = row;
  const kinds = kindsOf(content);
  await run(
    tx,
    sql`insert into scripts (team_id, id, scope, owner_id, shop_id, folder_id, code, title, state, version, published_version,
          content, lead, kinds, variants, pinyin, initials, hash, playbook, step)
        values (${tx.team}, ${row.id}, ${row.scope}, ${row.ownerId}, ${row.shopId}, ${row.folderId}, ${row.code}, ${row.title},
          ${row.state}, ${row.version}, ${row.publishedVersion}, ${JSON.stringify(content)}::jsonb, ${leadOf(content)}::jsonb,
          ${kinds}::text[], ${content.variants.length}, ${row.pinyin}, ${row.initials}, ${contentHash(content)}, ${row.playbook},
          ${row.step})
        on conflict (team_id, id) do update set folder_id = excluded.folder_id, code = excluded.code, title = excluded.title,
          state = excluded.state, version = excluded.version, published_version = excluded.published_version,
          content = excluded.content, lead = excluded.lead, kinds = excluded.kinds, variants = excluded.variants,
          pinyin = excluded.pinyin, initials = excluded.initials, hash = excluded.hash, updated_at = now()`,
  );
}

export const setRemoved = (tx: Tx, id: string, removed: boolean) =>
  run(
    tx,
    sql`update scripts set removed_at = ${removed ? sql`now()` : sql`null`}, updated_at = now()
        where team_id = ${tx.team} and id = ${id}`,
  );

/** How many scripts a library holds. */
export const countScripts = async (tx: Tx, home: Home): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      sql`select count(*)::int as n from scripts where team_id = ${tx.team} and removed_at is null and ${inLibrary(home)}`,
    )
  )?.n ?? 0;

export const inLibrary = ({ scope, ownerId, shopId }: Home) =>
  sql`scope = ${scope} and owner_id is not distinct from ${ownerId}::uuid and shop_id is not distinct from ${shopId}::uuid`;

/** Whether anything in a library waits for a decision. */
export const waitsIn = async (tx: Tx, home: Home): Promise<boolean> =>
  (
    await run(
      tx,
      sql`select from scripts where team_id = ${tx.team} and state = 'waiting' and removed_at is null and ${inLibrary(home)} limit 1`,
    )
  ).length > 0;

export interface VersionRow {
  readonly scriptId: string;
  readonly version: number;
  readonly title: string;
  readonly content: Content;
  readonly state: 'draft' | 'waiting' | 'published' | 'refused' | 'replaced';
  readonly authorId: string | null;
  readonly authorName: string;
  readonly at: string;
  readonly decidedName: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

const versionColumns = sql`v.script_id as "scriptId", v.version, v.title, v.content, v.state, v.author_id as "authorId",
  coalesce(a.name, '') as "authorName", ${sql.raw(isoColumn('v.at'))} as at, d.name as "decidedName",
  ${sql.raw(isoColumn('v.decided_at'))} as "decidedAt", v.reason`;

const versionsFrom = sql`script_versions v
  left join published.members a on a.team_id = v.team_id and a.id = v.author_id
  left join published.members d on d.team_id = v.team_id and d.id = v.decided_by`;

/** Versions of a script, newest first; the last hundred. */
export const readVersions = (tx: Tx, scriptId: string): Promise<VersionRow[]> =>
  run(
    tx,
    sql`select ${versionColumns} from ${versionsFrom} where v.team_id = ${tx.team} and v.script_id = ${scriptId}
        order by v.version desc limit 100`,
  );

export const readVersion = (tx: Tx, scriptId: string, version: number) =>
  first<VersionRow>(
    tx,
    sql`select ${versionColumns} from ${versionsFrom}
        where v.team_id = ${tx.team} and v.script_id = ${scriptId} and v.version = ${version}`,
  );

/** Adds a version. One that was published before is replaced by it; one that waited is a draft again. */
export async function addVersion(
  tx: Tx,
  version: Pick<VersionRow, 'scriptId' | 'version' | 'title' | 'content' | 'state' | 'authorId'>,
): Promise<void> {
  const { scriptId, state } = version;
  if (state !== 'draft')
    await replaceVersions(
      tx,
      scriptId,
      state === 'published' ? ['published', 'waiting'] : ['waiting'],
    );
  await run(
    tx,
    sql`insert into script_versions (team_id, script_id, version, title, content, state, author_id)
        values (${tx.team}, ${scriptId}, ${version.version}, ${version.title}, ${JSON.stringify(version.content)}::jsonb,
          ${state}, ${version.authorId})`,
  );
}

const replaceVersions = (tx: Tx, scriptId: string, states: readonly string[]) =>
  run(
    tx,
    sql`update script_versions set state = case state when 'published' then 'replaced' else 'draft' end where team_id = ${tx.team} and script_id = ${scriptId}
        and state = any(${[...states]}::text[])`,
  );

/** Puts a decision on a waiting version. */
export async function decideVersion(
  tx: Tx,
  at: { readonly scriptId: string; readonly version: number },
  decision: {
    readonly approve: boolean;
    readonly by: string | null;
    readonly reason: string | null;
  },
): Promise<void> {
  if (decision.approve) await replaceVersions(tx, at.scriptId, ['published']);
  await run(
    tx,
    sql`update script_versions set state = ${decision.approve ? 'published' : 'refused'}, decided_by = ${decision.by},
          decided_at = now(), reason = ${decision.reason}
        where team_id = ${tx.team} and script_id = ${at.scriptId} and version = ${at.version}`,
  );
}
