import { globSync } from 'node:fs';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { channels } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { analyze, readsOf } from '../../../test/blocks.ts';
import { uploadAt } from '../../../test/many-uploads.ts';
import { type Reviewed, reviewed } from '../../../test/reviewed.ts';
import { clientKey } from '../../../test/talk.ts';
import { formOf, picture } from '../../../test/uploads.ts';
import { system } from '../../kernel/actor.ts';
import { createFileStore } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { filesKept } from '../conversations/chat-file.store.ts';
import { dropUnclaimed, folderAt, walkMs } from './unclaimed.ts';

let w: Reviewed;
let root: string;

async function uploadReviewPicture() {
  const { payload, headers } = formOf({ name: 'a.png', type: 'image/png', bytes: await picture() });
  const identity = await w.identity('b-1');
  await w.built.app.inject({
    ...{ method: 'POST', url: '/api/storefront/review-pictures', payload },
    headers: { ...headers, 'guitai-site': w.site, 'guitai-identity': identity },
  });
}

beforeAll(async () => {
  w = await reviewed();
  const owner = await w.as('何雅琴');
  const said = { clientKey: clientKey(), text: '在吗' };
  const { conversation } = await w.visitor().call(channels.sendChatMessage, said);
  for (const url of [
    `/api/conversations/${conversation.id}/files`,
    `/api/shops/${w.shop}/knowledge-pictures`,
    '/api/script-pictures',
    '/api/announcements/pictures',
  ])
    expect((await uploadAt(w, url, owner)).code).toBe('done');
  await uploadReviewPicture();
  const [mine] = globSync(join(tmpdir(), 'guitai-files-*', 'files', w.team));
  root = dirname(mine ?? '');
});

const pathOf = (key: string) => join(root, key);
const there = (key: string) =>
  stat(pathOf(key)).then(
    () => true,
    () => false,
  );
const old = new Date(Date.now() - 31 * 24 * 3_600_000);

/** Bytes without a row, as a process leaves them that dies in between. */
async function stray(team: string, at: Date) {
  const key = `${team}/0a/${newId().replaceAll('-', '')}`;
  await mkdir(dirname(pathOf(key)), { recursive: true });
  await writeFile(pathOf(key), 'x');
  await utimes(pathOf(key), at, at);
  return key;
}

/** Tables that keep bytes, with the keys of the team. */
async function books() {
  const tables = await w.rows<{ name: string }>(
    sql`select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'thumbnail_key' order by 1`,
  );
  const keys = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await w.rows<{ key: string; thumbnail_key: string }>(
      sql`select key, thumbnail_key from ${sql.table(name)} where team_id = ${w.team}`,
    );
    keys.set(
      name,
      rows.flatMap((row) => [row.key, row.thumbnail_key]),
    );
  }
  return keys;
}

test('ATT-02 bytes whose process died before their row was there go after thirty days; nothing that has a row does', async () => {
  const kept = await books();
  for (const [table, keys] of kept) expect([table, keys.length]).toEqual([table, 2]);
  const all = [...kept.values()].flat();
  for (const key of all) await utimes(pathOf(key), old, old);
  const [gone, young] = [await stray(w.team, old), await stray(w.team, new Date())];
  const elsewhere = await stray(newId(), old);
  const files = createFileStore(root, 1);
  const held = w.modules.flatMap((module) => module.books);
  let dropped = 0;
  for (const folder of await readdir(join(root, w.team)))
    dropped += await dropUnclaimed({ db: w.built.db, files, books: held }, w.team, folder);
  expect(dropped).toBe(1);
  expect([await there(gone), await there(young), await there(elsewhere)]).toEqual([
    false,
    true,
    true,
  ]);
  for (const key of all) expect([key, await there(key)]).toEqual([key, true]);
});

test('ATT-02 every folder of a team has its turn within two days', () => {
  const seen = new Set<string>();
  for (let at = 0; at < 2 * 24 * 3_600_000; at += walkMs) seen.add(folderAt(old.getTime() + at));
  expect(seen.size).toBe(256);
});

test('ATT-02 what is on the books is found by its key, however much else there is', async () => {
  const many = 40_000;
  await w.rows(
    sql`insert into chat_files (team_id, id, uploader_kind, name, mime, size, key, thumbnail_key, at)
        select ${w.team}, gen_random_uuid(), 'member', 'a', 'image/png', 1, ${w.team} || '/01/' || md5(n::text),
          ${w.team} || '/02/' || md5(n::text), now() - interval '3 days' from generate_series(1, ${many}) n`,
  );
  await analyze('chat_files');
  const keys = await w.rows<{ key: string }>(
    sql`select key from chat_files where team_id = ${w.team} order by key limit 150`,
  );
  const asked = keys.map(({ key }) => key);
  const reads = await readsOf(w.built.db, system(w.team, 'test'), (tx) => filesKept(tx, asked));
  expect(reads.map(({ blocks, plan }) => (blocks < 150 * 8 ? 'few' : plan))).toEqual(['few']);
});
