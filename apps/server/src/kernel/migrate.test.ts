import pg from 'pg';
import { beforeAll, expect, inject, test } from 'vitest';
import { createDatabase } from '../adapters/embedded-postgres/index.ts';
import { migrationsOf } from '../modules.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';

const name = `upgrade_${process.pid}`;
const team = newId();
/** Every row of the team has this id, and names it: so whatever one row says of another is true. */
const one = newId();
let top = '';
let own = '';

/** First steps that come upon rows: what a database of before has not done yet. */
const undone: Readonly<Record<string, string>> = {
  catalog: '0009-forgotten',
  knowledge: '0003-pictures',
  conversations: '0006-search-signs',
  scripts: '0003-picture-uses',
  outreach: '0003-followed',
  teamwork: '0003-due',
  automation: '0002-authors',
  insight: '0002-credit',
};

function before() {
  return migrationsOf().map(({ name: of, migrations }) => {
    const end = migrations.findIndex(({ id }) => id === undone[of]);
    return { name: of, migrations: end < 0 ? migrations : migrations.slice(0, end) };
  });
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database that belongs to somebody who is no more than its owner. */
beforeAll(async () => {
  top = await createDatabase(inject('postgresUrl'), name);
  const to = new URL(top);
  await on(top, async (client) => {
    await client.query(`create role ${name} login password 'keeper' nosuperuser nobypassrls`);
    await client.query(`grant guitai_app to ${name} with admin option`);
    await client.query(`alter database ${name} owner to ${name}`);
    await client.query(`alter schema public owner to ${name}`);
  });
  to.username = name;
  to.password = 'keeper';
  own = to.href;
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly only: string | null;
}

/** A value a column takes: of a closed list its first. */
function given({ name: column, type, only }: Column): string {
  if (column === 'team_id') return `'${team}'`;
  if (type === 'uuid') return `'${one}'`;
  if (type.endsWith('[]')) return "'{}'";
  if (type.startsWith('json')) return "'{}'";
  if (/timestamp|date/.test(type)) return 'now()';
  if (/int|numeric|real|double/.test(type)) return '1';
  return type === 'boolean' ? 'false' : `'${only ?? 'x'}'`;
}

/** Puts a row into every table of the team that takes one made so; returns how many did. */
async function fill(client: pg.Client): Promise<number> {
  await client.query("set session_replication_role = 'replica'");
  const tables = await client.query<{ name: string; columns: Column[] }>(`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'only', substring((select pg_get_constraintdef(k.oid) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) from 'ARRAY\\[''([^'']+)'''))) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (a.attnotnull and not a.atthasdef or a.attname like '%buyer_id')
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'team_id')
    group by c.relname`);
  let filled = 0;
  for (const { name: table, columns } of tables.rows) {
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    const put = `insert into ${table} (${names}) values (${columns.map(given).join(', ')})`;
    filled += await client.query(put).then(
      () => 1,
      () => 0,
    );
  }
  return filled;
}

test('OPS-06 a filled database of before is brought up to date by who is no more than its owner, and fenced again', async () => {
  await migrate(own, before());
  expect(await on(top, fill)).toBeGreaterThan(150);
  await on(top, async (client) => {
    await client.query(
      `update knowledge_versions set state = 'replaced', decided_at = now(), reason = '图里有客人地址' where team_id = '${team}'`,
    );
  });
  await migrate(own, migrationsOf());
  const { rows } = await on(top, (client) =>
    client.query(
      `select (select state from knowledge_versions where team_id = '${team}') as knowledge,
         (select buyer_id from script_uses where team_id = '${team}') as used_with,
         (select array_agg(c.relname::text) from pg_class c join pg_policy p on p.polrelid = c.oid
           where c.relkind = 'r' and not c.relforcerowsecurity) as unfenced`,
    ),
  );
  expect(rows).toEqual([{ knowledge: 'refused', used_with: one, unfenced: null }]);
});
