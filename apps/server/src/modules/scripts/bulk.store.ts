import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { type Content, contentHash, firstText, kindsOf } from './content.rules.ts';
import type { Home } from './reach.ts';
import { inLibrary } from './script.store.ts';

export interface NewScript {
  readonly id: string;
  readonly folderId: string | null;
  readonly code: string;
  readonly title: string;
  readonly content: Content;
  readonly pinyin: string;
  readonly initials: string;
}

const chunk = 500;

/** Which of these contents a library says already; hex hashes. */
export async function knownHashes(tx: Tx, home: Home): Promise<Set<string>> {
  const rows = await run<{ hash: string }>(
    tx,
    sql`select encode(hash, 'hex') as hash from scripts where team_id = ${tx.team} and removed_at is null and ${inLibrary(home)}`,
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** Writes many new scripts with their first version, published or waiting. */
export async function insertScripts(
  tx: Tx,
  home: Home,
  scripts: readonly NewScript[],
  by: { readonly authorId: string | null; readonly state: 'waiting' | 'published' },
): Promise<void> {
  const version = by.state === 'published' ? 1 : null;
  for (let from = 0; from < scripts.length; from += chunk) {
    const rows = JSON.stringify(
      scripts.slice(from, from + chunk).map((one) => ({
        ...one,
        lead: { 'zh-CN': firstText(one.content, 'zh-CN').slice(0, 240) },
        kinds: kindsOf(one.content),
        hash: contentHash(one.content).toString('hex'),
      })),
    );
    await run(
      tx,
      sql`insert into scripts (team_id, id, scope, owner_id, shop_id, folder_id, code, title, state, version, published_version,
            content, lead, kinds, variants, pinyin, initials, hash)
          select ${tx.team}, r.id, ${home.scope}, ${home.ownerId}::uuid, ${home.shopId}::uuid, r."folderId", r.code, r.title,
            ${by.state}, 1, ${version}::int, r.content, r.lead, r.kinds, 1, r.pinyin, r.initials, decode(r.hash, 'hex')
          from json_to_recordset(${rows}::json) as r(id uuid, "folderId" uuid, code text, title text, content jsonb, lead jsonb,
            kinds text[], pinyin text, initials text, hash text)`,
    );
    await run(
      tx,
      sql`insert into script_versions (team_id, script_id, version, title, content, state, author_id)
          select ${tx.team}, r.id, 1, r.title, r.content, ${by.state}, ${by.authorId}::uuid
          from json_to_recordset(${rows}::json) as r(id uuid, title text, content jsonb)`,
    );
  }
}

export interface Exported {
  readonly folderId: string | null;
  readonly code: string;
  readonly title: string;
  readonly content: Content;
}

/** The scripts of a library as they stand, by title. */
export const readLibrary = (tx: Tx, home: Home): Promise<Exported[]> =>
  run(
    tx,
    sql`select folder_id as "folderId", code, title, content from scripts
        where team_id = ${tx.team} and removed_at is null and ${inLibrary(home)} order by title, id`,
  );

/** Every folder of a library. */
export const readFolders = (
  tx: Tx,
  home: Home,
): Promise<{ id: string; parentId: string | null; name: string }[]> =>
  run(
    tx,
    sql`select id, parent_id as "parentId", name from script_folders
        where team_id = ${tx.team} and ${inLibrary(home)} order by position, id`,
  );
