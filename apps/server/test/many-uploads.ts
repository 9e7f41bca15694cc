import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import type { Browser } from './office.ts';
import { later, type Talk } from './talk.ts';
import { formOf, picture } from './uploads.ts';

export const cookieOf = (who: Browser): string =>
  [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Puts a picture in at an address; the code of its refusal, or `done`. */
export async function uploadAt(
  t: Pick<Talk, 'built'>,
  url: string,
  who: Browser,
): Promise<{ id: string; code: string }> {
  const { payload, headers } = formOf({ name: 'a.png', type: 'image/png', bytes: await picture() });
  const reply = await t.built.app.inject({
    ...{ method: 'POST', url, payload },
    headers: { ...headers, cookie: cookieOf(who), origin: 'http://desk.test' },
  });
  const { id = '', code = 'done' } = reply.json<{ id?: string; code?: string }>();
  return { id, code };
}

/** What becomes of three uploads at once by who has all but one of the uploads waiting that they may have, and of one two days later. */
export async function oneTooMany(
  t: Talk,
  { url, who, table, sweep }: { url: string; who: Browser; table: string; sweep: string },
): Promise<{ together: string[]; afterwards: string }> {
  const { id } = await uploadAt(t, url, who);
  const names = await t.rows<{ name: string }>(
    sql`select column_name as name from information_schema.columns where table_name = ${table} and column_name not in ('id', 'key', 'thumbnail_key')`,
  );
  const same = sql.join(names.map(({ name }) => sql.ref(name)));
  await t.rows(
    sql`insert into ${sql.table(table)} (id, key, ${same}) select gen_random_uuid(), team_id::text || '/00/' || translate(gen_random_uuid()::text, '-', ''), ${same}
        from ${sql.table(table)}, generate_series(1, 48) where team_id = ${t.team} and id = ${id}`,
  );
  const three = [1, 2, 3].map(() => uploadAt(t, url, who));
  const together = (await Promise.all(three)).map(({ code }) => code).sort();
  const job = t.modules.flatMap(({ jobs }) => jobs).find(({ name }) => name === sweep);
  const afterwards = await later(49 * 3_600_000, async () => {
    await job?.performBare?.(system(t.team, 'test'), t.built.db, {});
    return (await uploadAt(t, url, who)).code;
  });
  return { together, afterwards };
}
