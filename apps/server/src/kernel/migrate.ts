import { createHash } from 'node:crypto';
import pg from 'pg';
import { jobsMigration, migrateQueue } from './jobs.ts';

/** One forward step of a module's tables. */
export interface Migration {
  /** `0001-orders`; applied in this order within the module. */
  readonly id: string;
  readonly up: string;
  /** Runs whenever another step of its module has run, after the last of them; it may change. */
  readonly again?: boolean;
}

/** The role the running product acts as: it owns nothing and cannot step over the row-level fence. */
export const appRole = 'guitai_app';

/**
 * SQL that fences a table by team: row-level security, forced, and the grants of the running product.
 * `append` leaves out update and delete.
 */
export function fence(table: string, mode: 'full' | 'append' = 'full'): string {
  const grants = mode === 'append' ? 'select, insert' : 'select, insert, update, delete';
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table.replace('.', '_')}_team on ${table}
      using (team_id = current_setting('guitai.team')::uuid)
      with check (team_id = current_setting('guitai.team')::uuid);
    grant ${grants} on ${table} to ${appRole};`;
}

/** SQL that grants a table that belongs to no team; each use is listed in the test of the fence. */
export const unfenced = (table: string, grants = 'select, insert, update, delete'): string =>
  `grant ${grants} on ${table} to ${appRole};`;

/** SQL that publishes a read-only view; the reader's own fence applies. */
export const publish = (name: string, query: string): string => `
    create or replace view published.${name} with (security_invoker = true) as ${query};
    grant select on published.${name} to ${appRole};`;

const kernelMigrations: readonly Migration[] = [
  {
    id: '0001-log',
    up: `
    create table team_clocks (team_id uuid primary key, epoch uuid not null default gen_random_uuid(), seq bigint not null default 0);
    ${fence('team_clocks')}
    create table events (
      team_id uuid not null, seq bigint not null, type text not null, subject uuid not null, topic uuid,
      reach json, actor_kind text not null, actor_id uuid, cause text, data json not null,
      at timestamptz not null default clock_timestamp(), primary key (team_id, seq));
    create index events_topic on events (team_id, topic, seq) where topic is not null;
    ${fence('events', 'append')}
    create table idempotency_keys (
      team_id uuid not null, principal text not null, key text not null, endpoint text not null,
      request_hash bytea not null, status int, reply text, at timestamptz not null default now(),
      primary key (team_id, principal, key));
    ${fence('idempotency_keys')}
    create table reaction_cursors (
      team_id uuid not null, name text not null, seq bigint not null default 0, failures int not null default 0, failed_at timestamptz, failed_why text,
      primary key (team_id, name));
    ${fence('reaction_cursors')}
    create table teams_known (team_id uuid primary key);
    ${unfenced('teams_known', 'select, insert')}`,
  },
  { id: '0002-jobs', up: jobsMigration(appRole) },
  {
    id: '0003-keys-by-age',
    up: 'create index idempotency_keys_age on idempotency_keys (team_id, at);',
  },
];

async function ensureGround(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${appRole}') then
        create role ${appRole} nologin nobypassrls;
      end if;
    exception when duplicate_object or unique_violation then null; end $$;
    do $$ begin
      if not pg_has_role(current_user, '${appRole}', 'member') then execute format('grant ${appRole} to %I', current_user); end if;
    end $$;
    create schema if not exists published;
    grant usage on schema published, public to ${appRole};
    create table if not exists guitai_migrations (
      module text not null, id text not null, checksum text not null, at timestamptz not null default now(), primary key (module, id));`);
}

const checksum = (up: string): string => createHash('sha256').update(up).digest('hex');

/**
 * Carries a step out before who migrates is held to the fence: of tables it names they are shown every row, as a superuser is
 * anyway. A reference that is added could not be checked otherwise, nor rows be changed. The fence stands again before the commit;
 * the product itself is no owner.
 */
async function seeing(client: pg.Client, up: string): Promise<void> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `select c.oid, c.oid::regclass::text as name from pg_class c join pg_roles r on r.rolname = current_user
     where c.relkind = 'r' and c.relforcerowsecurity and not r.rolsuper and not r.rolbypassrls
       and pg_has_role(c.relowner, 'usage') and $1 ~ ('\\m' || c.relname || '\\M') order by 2`,
    [up],
  );
  for (const { name } of rows)
    await client.query(`alter table ${name} no force row level security`);
  await client.query(up);
  const left = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where oid = any($1::oid[]) order by 1',
    [rows.map(({ oid }) => oid)],
  );
  for (const { name } of left.rows)
    await client.query(`alter table ${name} force row level security`);
}

async function apply(client: pg.Client, module: string, step: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '10s'");
    await seeing(client, step.up);
    await client.query('insert into guitai_migrations (module, id, checksum) values ($1, $2, $3)', [
      module,
      step.id,
      checksum(step.up),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${module}/${step.id} failed`, { cause: error });
  }
}

/** Brings the database to the newest form; runs by itself at each start, one process at a time. */
export async function migrate(
  url: string,
  modules: ReadonlyArray<{ name: string; migrations: readonly Migration[] }>,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'guitai-migrate' });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('guitai.migrate'))");
    await ensureGround(client);
    await migrateQueue(url);
    const done = await client.query<{ module: string; id: string; checksum: string }>(
      'select module, id, checksum from guitai_migrations',
    );
    const known = new Map(done.rows.map((row) => [`${row.module}/${row.id}`, row.checksum]));
    for (const module of [{ name: 'kernel', migrations: kernelMigrations }, ...modules]) {
      let moved = false;
      for (const step of module.migrations) {
        if (step.again) continue;
        const before = known.get(`${module.name}/${step.id}`);
        if (before === undefined) {
          log(`migrating ${module.name}/${step.id}`);
          await apply(client, module.name, step);
          moved = true;
        } else if (before !== checksum(step.up)) {
          throw new Error(`migration ${module.name}/${step.id} was changed after it ran`);
        }
      }
      for (const step of module.migrations) if (moved && step.again) await client.query(step.up);
    }
  } finally {
    await client.end();
  }
}
