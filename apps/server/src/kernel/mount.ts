import { randomUUID } from 'node:crypto';
import { type Endpoint, type TSchema, Type } from '@guitai/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, NobodyActor, TeamActor } from './actor.ts';
import { answer, isAnswer, JsonText } from './answer.ts';
import type { Db } from './db.ts';
import { claimKey, isIdempotencyKey, keepReply } from './idempotency.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import type { Permission, Route } from './route.ts';
import { compileWriter, type Writer } from './shape.ts';
import { localeOf, problemOf } from './texts.ts';
import { compileCheck, convert } from './validate.ts';

/** What was refused on an audited route, and to what it would have been done. */
export interface RefusedAct {
  readonly endpoint: string;
  readonly permission: Permission;
  readonly code: string;
  /** Ids out of the address, by their names in the contract. */
  readonly params: Readonly<Record<string, string>>;
}

/** What the mount needs from the modules that know who people are. */
export interface Gate {
  /** The actor behind a request's cookie, key or visitor secret; null when it names nobody. */
  authenticate(request: FastifyRequest): Promise<TeamActor | Refusal | null>;
  /** Told of every refusal on an audited route, at the door or by the behaviour. */
  refused(actor: Actor, act: RefusedAct): Promise<void>;
  /** Origins that may send a mutation with a cookie. */
  ownOrigins(request: FastifyRequest): readonly string[];
}

interface Mounted {
  readonly db: Db;
  readonly gate: Gate;
}

/** Asking what would come of an act is not the act: it is refused without a trace. */
const isPreview = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'preview' in body && body.preview === true;

const empty = Type.Object({}, { additionalProperties: false });

export const nobodyOf = (request: FastifyRequest): NobodyActor => ({
  kind: 'nobody',
  team: null,
  locale: localeOf(request.headers['accept-language']),
  from: { address: request.ip, device: request.headers['user-agent'] ?? '' },
});

/** Sends a refusal as a problem document in the reader's language. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const problem = problemOf(
    refusal.code,
    refusal.params,
    localeOf(request.headers['accept-language']),
  );
  if (problem.status === 429 || problem.status === 503) {
    reply.header('retry-after', String(refusal.params.seconds ?? 5));
  }
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function mayEnter(actor: Actor, permission: Permission): Refusal | null {
  if (permission === 'open') return null;
  if (permission === 'visitor') return actor.kind === 'buyer' ? null : refuse('access.signed_out');
  if (actor.kind !== 'member' && actor.kind !== 'key') return refuse('access.signed_out');
  if (permission === 'member') {
    return actor.kind === 'member' ? null : refuse('access.denied', { permission });
  }
  return actor.grants.has(permission) ? null : refuse('access.denied', { permission });
}

/** A cookie alone does not prove that our page sent the request. */
function isForeign(request: FastifyRequest, gate: Gate): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const { origin } = request.headers;
  if (origin !== undefined) return !gate.ownOrigins(request).includes(origin);
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

function readInput(
  endpoint: Endpoint,
): (request: FastifyRequest) => Record<string, unknown> | Refusal {
  const part = (schema: TSchema | undefined, texts: boolean) => {
    const check = compileCheck(schema ?? empty);
    return (value: unknown) => {
      const given = texts ? convert(schema ?? empty, { ...(value as object) }) : (value ?? {});
      return { given: given as object, fault: check(given) };
    };
  };
  const params = part(endpoint.params, true);
  const query = part(endpoint.query, true);
  const body = part(endpoint.body, false);
  const takesBody =
    endpoint.transfer !== 'form' && endpoint.transfer !== 'raw' && endpoint.method !== 'GET';
  return (request) => {
    const parts = [params(request.params), query(request.query)];
    if (takesBody) parts.push(body(request.body));
    const fault = parts.find((p) => p.fault)?.fault;
    return fault ?? Object.assign({}, ...parts.map((p) => p.given));
  };
}

function idempotencyKey(request: FastifyRequest): string | null | Refusal {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  return typeof key === 'string' && isIdempotencyKey(key) ? key : refuse('idempotency.key_invalid');
}

type Work = (actor: Actor, tx: unknown, input: unknown) => Promise<unknown>;

/** Writes a reply as the endpoint declares it; throws when it does not fit. */
type Shape = (result: unknown) => unknown;

/**
 * Runs a behaviour in the transaction its method asks for. The reply takes its declared shape before the commit:
 * one that does not fit is our fault and leaves nothing behind.
 */
async function perform(
  { db }: Mounted,
  { endpoint, behaviour }: Route,
  actor: Actor,
  input: unknown,
  key: string | null,
  shaped: Shape,
): Promise<unknown> {
  const work = behaviour as unknown as Work;
  if (actor.team === null) {
    return db.outside(actor, async (tx) => shaped(await work(actor, tx, input)));
  }
  if (endpoint.method === 'GET')
    return shaped(await db.read(actor, (tx) => work(actor, tx, input)));
  return db.write(actor, async (tx) => {
    if (key === null) return shaped(await work(actor, tx, input));
    const earlier = await claimKey(actor, tx, { key, endpoint: endpoint.id, input });
    if (isRefusal(earlier)) return earlier;
    if (earlier) return earlier.reply;
    const result = shaped(await work(actor, tx, input));
    if (!isRefusal(result)) {
      await keepReply(actor, tx, key, endpoint.reply ? 200 : 204, textOf(result));
    }
    return result;
  });
}

const bodyOf = (result: unknown): unknown => (isAnswer(result) ? result.body : result);

function textOf(result: unknown): string | null {
  const body = bodyOf(result);
  return body instanceof JsonText ? body.text : null;
}

/** The declared shape of an endpoint's replies; compiled when it is first asked. */
function shapeOf(endpoint: Endpoint): Shape {
  let write: Writer | null = null;
  return (result) => {
    const body = bodyOf(result);
    if (isRefusal(result) || !endpoint.reply || body === undefined) return result;
    if (body instanceof JsonText || endpoint.transfer === 'bytes') return result;
    write ??= compileWriter(endpoint.reply);
    const text = new JsonText(write(body));
    return isAnswer(result) ? answer(text, result.headers, result.status) : text;
  };
}

function send(request: FastifyRequest, reply: FastifyReply, endpoint: Endpoint, result: unknown) {
  if (isRefusal(result)) return sendRefusal(request, reply, result);
  if (isAnswer(result)) {
    for (const [name, value] of Object.entries(result.headers)) reply.header(name, value);
    if (result.status) reply.code(result.status);
  }
  const body = bodyOf(result);
  if (!endpoint.reply || body === undefined) return reply.code(204).send();
  if (body instanceof JsonText) {
    return reply.type('application/json; charset=utf-8').serializer(asIs).send(body.text);
  }
  return reply.send(body);
}

const asIs = (text: unknown): string => text as string;

function handlerOf(mounted: Mounted, mountedRoute: Route) {
  const { endpoint, permission } = mountedRoute;
  const inputOf = readInput(endpoint);
  const shaped = shapeOf(endpoint);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const known = await mounted.gate.authenticate(request);
    if (isRefusal(known) && permission !== 'open') return sendRefusal(request, reply, known);
    const actor = known === null || isRefusal(known) ? nobodyOf(request) : known;
    if (request.headers.cookie !== undefined && isForeign(request, mounted.gate)) {
      return sendRefusal(request, reply, refuse('request.foreign_origin'));
    }
    const noteRefusal = async (result: unknown) => {
      if (!mountedRoute.audited || !isRefusal(result)) return;
      const params = (request.params ?? {}) as Record<string, string>;
      await mounted.gate.refused(actor, {
        endpoint: endpoint.id,
        permission,
        code: result.code,
        params,
      });
    };
    const barred = mayEnter(actor, permission);
    if (barred) {
      await noteRefusal(barred);
      return sendRefusal(request, reply, barred);
    }
    const key = idempotencyKey(request);
    if (isRefusal(key)) return sendRefusal(request, reply, key);
    const input = inputOf(request);
    if (isRefusal(input)) return sendRefusal(request, reply, input);
    if (!mountedRoute.bare) {
      const result = await perform(mounted, mountedRoute, actor, input, key, shaped);
      if (!isPreview(request.body)) await noteRefusal(result);
      return send(request, reply, endpoint, result);
    }
    const bare = { db: mounted.db, request, reply, key: key ?? randomUUID() };
    const result = await (mountedRoute.behaviour as unknown as Work)(actor, bare, input);
    await noteRefusal(result);
    return reply.sent || result === reply ? reply : send(request, reply, endpoint, shaped(result));
  };
}

/** Hangs the routes into the HTTP server, below `/api`. */
export function mount(app: FastifyInstance, mounted: Mounted, routes: readonly Route[]): void {
  const hang = (where: FastifyInstance, mountedRoute: Route) =>
    where.route({
      method: mountedRoute.endpoint.method,
      url: `/api${mountedRoute.endpoint.path}`,
      handler: handlerOf(mounted, mountedRoute),
    });
  const isRaw = ({ endpoint }: Route) => endpoint.transfer === 'raw';
  for (const mountedRoute of routes) if (!isRaw(mountedRoute)) hang(app, mountedRoute);
  app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    for (const mountedRoute of routes) if (isRaw(mountedRoute)) hang(inner, mountedRoute);
  });
}
