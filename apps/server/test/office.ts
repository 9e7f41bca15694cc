import { access, type Locale, type Static } from '@guitai/contract';
import { type Client, createClient } from '@guitai/sdk';
import { hash } from '@node-rs/argon2';
import type { FastifyInstance } from 'fastify';

import { type MemberActor, system } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { createHttp } from '../src/kernel/http.ts';
import { newId } from '../src/kernel/ids.ts';
import { mount } from '../src/kernel/mount.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import {
  type AccessNeeds,
  addMember,
  authenticateStaff,
  createAccess,
  createTeam,
  grantsOfRole,
} from '../src/modules/access/index.ts';
import { audit as auditModule, recordRefused } from '../src/modules/audit/index.ts';
import { shops as shopsModule } from '../src/modules/shops/index.ts';
import { testDatabase } from './database.ts';

export const password = '河边的旧茶馆下午开门';

export const needs: AccessNeeds = {
  secretKey: 'a secret of the tests, long enough to be one',
  publicUrl: null,
  sessionIdleDays: 14,
  sessionMaxDays: 90,
};

const persons = {
  何雅琴: 'owner',
  周启明: 'lead',
  林小满: 'agent',
  方予安: 'observer',
} as const;

export type Person = keyof typeof persons;

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: string;
  json(): Record<string, never>;
}

/** One browser: keeps its cookies, sends an origin as browsers do. */
export interface Browser extends Client {
  readonly cookies: Map<string, string>;
  /** A request as it is, for what the typed client would not send. */
  raw(how: {
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    path: string;
    headers?: Record<string, string>;
    body?: unknown;
  }): Promise<Answered>;
  readonly sent: { address: string; device: string };
}

export interface Office {
  readonly db: Db;
  readonly app: FastifyInstance;
  readonly team: string;
  readonly shop: string;
  /** A browser nobody is signed in on. */
  browser(): Browser;
  /** A browser on which the person is signed in. */
  as(person: Person): Promise<Browser>;
  email(person: Person): string;
  member(person: Person): string;
  /** The person as a behaviour receives one. */
  actor(person: Person): MemberActor;
}

let house: Promise<{ app: FastifyInstance; db: Db }> | null = null;

/**
 * What the persons of the tests have as their kept password: a hash says itself what it costs to check, and thousands of sign-ins
 * need not cost what the product asks. The product makes its own, always at its own price.
 */
const cheapHash = hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });

async function openHouse() {
  const { db } = await testDatabase();
  return { app: await openHouseOn(db), db };
}

/** The modules of people and shops behind HTTP, on a database of choice. */
export async function openHouseOn(db: Db): Promise<FastifyInstance> {
  const app = await createHttp({ trustProxy: true, bodyLimitBytes: 1_000_000 });
  const gate = {
    authenticate: (request: Parameters<typeof authenticateStaff>[1]) =>
      authenticateStaff(db, request),
    refused: (
      ...said: [Parameters<typeof recordRefused>[1], Parameters<typeof recordRefused>[2]]
    ) => recordRefused(db, ...said),
    ownOrigins: () => ['http://desk.test'],
  };
  const modules = [auditModule, shopsModule, createAccess(needs)];
  mount(
    app,
    { db, gate },
    modules.flatMap((module) => module.routes),
  );
  return app;
}

export const openedHouse = () => {
  house ??= openHouse();
  return house;
};

function cookiesFrom(jar: Map<string, string>, lines: string | string[] | number | undefined) {
  for (const line of [lines ?? []].flat()) {
    const [pair = ''] = String(line).split(';');
    const at = pair.indexOf('=');
    if (/Max-Age=0/.test(String(line))) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export function openBrowser(app: FastifyInstance, locale: Static<typeof Locale> = 'en'): Browser {
  const cookies = new Map<string, string>();
  const sent = { address: '203.0.113.7', device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/147.0' };
  const raw: Browser['raw'] = async ({ method, path, headers, body }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      method,
      url: path,
      headers: {
        'accept-language': locale,
        'user-agent': sent.device,
        'x-forwarded-for': sent.address,
        ...(method === 'GET' ? {} : { origin: 'http://desk.test' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' ? body : (body as object) }),
    });
    cookiesFrom(cookies, response.headers['set-cookie']);
    return {
      status: response.statusCode,
      headers: response.headers,
      body: response.body,
      json: () => response.json(),
    };
  };
  const client = createClient({
    baseUrl: '',
    locale,
    fetch: async (url, init) => {
      const answered = await raw({
        method: (init.method ?? 'GET') as 'GET',
        path: url,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(typeof init.body === 'string' ? { body: init.body } : {}),
      });
      return new Response(answered.status === 204 ? null : answered.body, {
        status: answered.status,
        headers: { 'content-type': String(answered.headers['content-type'] ?? '') },
      });
    },
  });
  return { ...client, cookies, raw, sent };
}

/** A fresh team with one shop and its four persons, over HTTP without a network; in the house given, or in one of people and shops only. */
export async function office(place?: { app: FastifyInstance; db: Db }): Promise<Office> {
  const { app, db } = place ?? (await openedHouse());
  const passwordHash = await cheapHash;
  const mark = newId();
  const email = (person: Person) => `${persons[person]}-${mark}@example.com`;
  const made = await createTeam(db, {
    name: `青竹家居 ${mark.slice(-4)}`,
    owner: { name: '何雅琴', email: email('何雅琴'), locale: 'zh-CN', passwordHash },
    shop: { name: '青竹家居店', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
  });
  if (isRefusal(made)) throw new Error(made.code);
  const members = new Map<Person, string>([['何雅琴', made.memberId]]);
  const accounts = new Map<Person, string>([['何雅琴', made.accountId]]);
  const making = system(made.teamId, 'test');
  for (const person of ['周启明', '林小满', '方予安'] as const) {
    const member = await db.write(making, (tx) =>
      addMember(making, tx, {
        name: person,
        email: email(person),
        role: persons[person],
        shops: null,
        locale: 'zh-CN',
        passwordHash,
      }),
    );
    if (isRefusal(member)) throw new Error(member.code);
    members.set(person, member.id);
    accounts.set(person, member.account_id);
  }
  const member = (person: Person) => members.get(person) ?? '';
  return {
    db,
    app,
    team: made.teamId,
    shop: made.shopId,
    email,
    member,
    browser: () => openBrowser(app),
    async as(person) {
      const browser = openBrowser(app);
      await browser.call(access.signIn, { email: email(person), password });
      return browser;
    },
    actor: (person) => ({
      kind: 'member',
      team: made.teamId,
      member: member(person),
      account: accounts.get(person) ?? '',
      session: newId(),
      role: persons[person],
      grants: grantsOfRole(persons[person]),
      shops: null,
      locale: 'zh-CN',
    }),
  };
}

/** The code of a refused attempt, or `done`. */
export const outcomeOf = (outcome: { ok: true } | { ok: false; problem: { code: string } }) =>
  outcome.ok ? 'done' : outcome.problem.code;
