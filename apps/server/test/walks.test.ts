import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as contract from '@guitai/contract';
import { access, type Endpoint } from '@guitai/contract';
import { Type } from '@sinclair/typebox';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventTypes } from '../src/kernel/events.ts';
import { openApi } from '../src/kernel/openapi.ts';
import { errorText } from '../src/kernel/texts.ts';
import { run } from '../src/kernel/tx.ts';
import { version } from '../src/version.ts';
import { boundless } from './boundless.ts';
import { testDatabase } from './database.ts';
import { type World, world } from './world.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'id' in value;

const declared: Endpoint[] = Object.values(contract)
  .filter((part) => typeof part === 'object' && part !== null)
  .flatMap((part) => Object.values(part).filter(isEndpoint));

/** Tables that belong to no team, each for a reason. */
const unfencedTables = [
  'account_sessions',
  'account_teams',
  'accounts',
  'guitai_migrations',
  'recovery_codes',
  'setup',
  'sign_in_challenges',
  'sign_in_counters',
  'sites',
  'teams',
  'teams_known',
];

let w: World;
beforeAll(async () => {
  w = await world();
});

describe('the walk through the house', () => {
  it('mounts every endpoint of the contract exactly once, and nothing else', () => {
    const mounted = w.routes.map((r) => r.endpoint.id).sort();
    expect(mounted).toEqual([...new Set(declared.map((e) => e.id))].sort());
    expect(new Set(mounted).size).toBe(mounted.length);
  });

  it('ACL-01 knows the permission of every route and of every event, and some role holds each', () => {
    const open = new Set(['open', 'member', 'visitor']);
    const known = new Set(Object.keys(access.permissions));
    const used = [...w.routes.map((r) => r.permission), ...eventTypes().map((e) => e.permission)];
    expect(used.filter((p) => !open.has(p) && !known.has(p) && !p.startsWith('test.'))).toEqual([]);
    expect([...known].filter((p) => !w.grantedSomewhere(p))).toEqual([]);
  });

  it('SEC-04 bounds every number, text and list that comes in', () => {
    const inputs = declared.flatMap(({ id, params, query, body }) =>
      [params, query, body].flatMap((schema) => boundless(schema, id)),
    );
    expect(inputs).toEqual([]);
    expect(boundless(Type.Object({ n: Type.Array(Type.Integer()) }), 'planted')).toHaveLength(2);
  });

  it('declares every refusal with a status and three texts', () => {
    const codes = new Set(w.routes.flatMap((r) => r.endpoint.errors ?? []));
    expect([...codes].filter((code) => !errorText(code))).toEqual([]);
  });

  it('words refusals and permissions for Taiwan as the desk does', () => {
    const place = '../../desk/src/glossary.zh-TW.json';
    const glossary = JSON.parse(readFileSync(resolve(import.meta.dirname, place), 'utf8'));
    const ways = Object.entries<string>(glossary);
    const texts = [
      ...new Set(w.routes.flatMap((r) => r.endpoint.errors ?? []).map((code) => errorText(code))),
      ...Object.values(access.permissions),
    ].map((text) => text?.['zh-TW'] ?? '');
    const foreign = (text: string) =>
      ways.filter(([draft, own]) => text.includes(draft) && !own.includes(draft));
    expect(texts.filter((text) => foreign(text).length > 0)).toEqual([]);
    expect(foreign('沒有這個店鋪。')).toEqual([['店鋪', '商店']]);
  });

  it('API-06 keeps the committed OpenAPI document equal to the mounted routes', () => {
    const file = resolve(import.meta.dirname, '../../../packages/contract/openapi.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(openApi(w.routes, version));
  });

  it('SEC-06 fences every table by team, and lets the product own nothing', async () => {
    const { db } = await testDatabase();
    const tables = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, (tx) =>
      run<{ name: string; fenced: boolean; forced: boolean; owned: boolean; team: boolean }>(
        tx,
        sql`select c.relname as name, c.relrowsecurity as fenced, c.relforcerowsecurity as forced,
              pg_has_role(current_user, c.relowner, 'member') as owned,
              exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'team_id' and a.attnotnull) as team
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`,
      ),
    );
    const open = tables.filter((t) => !t.fenced || !t.forced || !t.team).map((t) => t.name);
    expect(open.filter((name) => !unfencedTables.includes(name))).toEqual([]);
    expect(tables.filter((t) => t.owned).map((t) => t.name)).toEqual([]);
  });

  it('SEC-06 publishes views that obey the reader’s fence', async () => {
    const { db } = await testDatabase();
    const views = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, (tx) =>
      run<{ name: string; options: string[] | null }>(
        tx,
        sql`select c.relname as name, c.reloptions as options from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'published'`,
      ),
    );
    expect(
      views.filter((v) => !v.options?.includes('security_invoker=true')).map((v) => v.name),
    ).toEqual([]);
  });

  it('declares each event type in exactly one module', () => {
    const owners = new Map<string, string[]>();
    for (const module of w.modules) {
      for (const event of module.events)
        owners.set(event.type, [...(owners.get(event.type) ?? []), module.name]);
    }
    const stray = eventTypes().filter(
      (e) => !e.type.startsWith('test.') && owners.get(e.type)?.length !== 1,
    );
    expect(stray.map((e) => e.type)).toEqual([]);
  });
});
