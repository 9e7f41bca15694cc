import { commonErrors, defineErrors, endpoint, Strict, Type } from '@guitai/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshTeam, testDatabase } from '../../test/database.ts';
import type { KeyActor } from './actor.ts';
import { JsonText } from './answer.ts';
import type { Db } from './db.ts';
import { defineEvent, emit } from './events.ts';
import { createHttp } from './http.ts';
import { newId } from './ids.ts';
import { mount } from './mount.ts';
import { refuse } from './refusal.ts';
import { route } from './route.ts';
import { learnErrors } from './texts.ts';
import { first, json } from './tx.ts';

learnErrors(
  defineErrors({
    'bell.silent': {
      status: 409,
      en: 'The bell is silent.',
      'zh-CN': '铃没有响。',
      'zh-TW': '鈴沒有響。',
    },
  }),
);
const rung = defineEvent('test.bell_rung', Type.Object({}), { permission: 'test.bells' });

const ringBell = endpoint({
  id: 'ringBell',
  method: 'POST',
  path: '/bells/:bell/rings',
  summary: 'Ring',
  params: Strict({ bell: Type.String() }),
  body: Strict({ times: Type.Integer({ minimum: 0 }), word: Type.Optional(Type.String()) }),
  reply: Type.Object({ seq: Type.Integer(), times: Type.Integer() }),
  errors: ['bell.silent'] as const,
});
const countRings = endpoint({
  id: 'countRings',
  method: 'GET',
  path: '/bells',
  summary: 'Count',
  query: Strict({ limit: Type.Optional(Type.Integer()) }),
  reply: Type.Object({ count: Type.Integer() }),
});
const failBell = endpoint({
  id: 'failBell',
  method: 'POST',
  path: '/bells/failures',
  summary: 'Fail',
});

const lieBell = endpoint({
  id: 'lieBell',
  method: 'POST',
  path: '/bells/lies',
  summary: 'Lie',
  reply: Type.Object({ count: Type.Integer() }),
});

let app: FastifyInstance;
let db: Db;
let actor: KeyActor;

const ring = (payload: object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/bells/big/rings',
    payload,
    headers: { authorization: 'yes', ...headers },
  });
const count = async () =>
  (await app.inject({ url: '/api/bells', headers: { authorization: 'yes' } })).json<{
    count: number;
  }>().count;

beforeAll(async () => {
  ({ db } = await testDatabase());
  const { team } = await freshTeam(db);
  actor = {
    kind: 'key',
    team,
    key: newId(),
    grants: new Map([
      ['bells.ring', 'all'],
      ['bells.read', 'all'],
      ['test.bells', 'all'],
    ]),
    shops: null,
    locale: 'en',
  };
  app = await createHttp({ trustProxy: false, bodyLimitBytes: 10_000 });
  const gate = {
    authenticate: async (request: { headers: { authorization?: string | undefined } }) =>
      request.headers.authorization ? actor : null,
    refused: async () => undefined,
    ownOrigins: () => ['http://localhost'],
  };
  mount(app, { db, gate: gate as never }, [
    route(ringBell, 'bells.ring', async (who, tx, { bell, times }) => {
      emit(tx, rung, { subject: newId(), actor: who, data: {} });
      if (times === 0) return refuse('bell.silent', { bell });
      const row = await first<{ n: number }>(
        tx,
        sql`select count(*)::int as n from events where team_id = ${tx.team}`,
      );
      return { seq: row?.n ?? 0, times, secret: 'never declared' };
    }),
    route(
      countRings,
      'bells.read',
      async (_who, tx) =>
        (await json(
          tx,
          sql`select json_build_object('count', count(*))::text from events where team_id = ${tx.team}`,
        )) ?? new JsonText('{}'),
    ),
    route(lieBell, 'bells.ring', async (who, tx) => {
      emit(tx, rung, { subject: newId(), actor: who, data: {} });
      return {} as { count: number };
    }),
    route(failBell, 'bells.ring', async () => {
      throw new Error('clapper broke');
    }),
  ]);
});

describe('the mount', () => {
  it('API-05 gives one effect and one answer for a repeated key, also in parallel, and refuses it for another body', async () => {
    const before = await count();
    const headers = { 'idempotency-key': `key-${newId()}` };
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => ring({ times: 3 }, headers)),
    );
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1);
    expect(await count()).toBe(before + 1);
    const other = await ring({ times: 4 }, headers);
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency.key_reused']);
  });

  it('rolls back what a refusal had begun, in words the reader understands', async () => {
    const before = await count();
    const reply = await ring({ times: 0 }, { 'accept-language': 'zh-TW,zh;q=0.9' });
    expect(reply.statusCode).toBe(409);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toMatchObject({ code: 'bell.silent', detail: '鈴沒有響。' });
    expect(await count()).toBe(before);
  });

  it('refuses what does not fit, names the place, and never answers 5xx', async () => {
    const cases: unknown[] = [
      {},
      { times: '3' },
      { times: 3, more: 1 },
      { times: Number.POSITIVE_INFINITY },
      [],
      null,
      'x',
      { times: 1, word: 'a\u0000b' },
      { times: 1, word: '\ud83d' },
    ];
    for (const payload of cases) {
      const reply = await ring(payload as object, { 'content-type': 'application/json' });
      expect(reply.statusCode, JSON.stringify(payload)).toBe(400);
      expect(reply.json().code).toBe('request.invalid');
    }
    const broken = await app.inject({
      method: 'POST',
      url: '/api/bells/big/rings',
      payload: '{"times":',
      headers: { authorization: 'yes', 'content-type': 'application/json' },
    });
    expect(broken.json().code).toBe('request.invalid');
    const large = await ring({ times: 1, word: 'x'.repeat(20_000) });
    expect(large.statusCode).toBe(413);
    expect(
      (await app.inject({ url: '/api/bells?limit=many', headers: { authorization: 'yes' } }))
        .statusCode,
    ).toBe(400);
  });

  it('rolls back an effect whose reply does not fit its declaration', async () => {
    const before = await count();
    const reply = await app.inject({
      method: 'POST',
      url: '/api/bells/lies',
      headers: { authorization: 'yes' },
    });
    expect(reply.json().code).toBe('server.failed');
    expect(await count()).toBe(before);
  });

  it('lets nothing undeclared leave, and hides our own faults behind a reference', async () => {
    expect((await ring({ times: 2 })).json()).not.toHaveProperty('secret');
    const failed = await app.inject({
      method: 'POST',
      url: '/api/bells/failures',
      headers: { authorization: 'yes' },
    });
    expect(failed.json().code).toBe('server.failed');
    expect(failed.body).not.toContain('clapper');
  });

  it('ACL-01 lets nobody in without a name or a grant, nor a cookie from another page', async () => {
    expect((await app.inject({ url: '/api/bells' })).statusCode).toBe(401);
    actor = { ...actor, grants: new Map() };
    const denied = await app.inject({ url: '/api/bells', headers: { authorization: 'yes' } });
    expect([denied.statusCode, denied.json().code]).toEqual([403, 'access.denied']);
    actor = {
      ...actor,
      grants: new Map([
        ['bells.ring', 'all'],
        ['bells.read', 'all'],
        ['test.bells', 'all'],
      ]),
    };
    const forged = await ring(
      { times: 1 },
      { cookie: 'guitai_session=x', origin: 'https://evil.example' },
    );
    expect(forged.json().code).toBe('request.foreign_origin');
    expect(
      (await ring({ times: 1 }, { cookie: 'guitai_session=x', origin: 'http://localhost' }))
        .statusCode,
    ).toBe(200);
  });

  it('declares three texts for every common refusal', () => {
    for (const [code, text] of Object.entries(commonErrors)) {
      expect(text.en && text['zh-CN'] && text['zh-TW'], code).toBeTruthy();
    }
  });
});
