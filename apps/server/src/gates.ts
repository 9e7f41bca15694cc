import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import type { TeamActor } from './kernel/actor.ts';
import type { Db } from './kernel/db.ts';
import type { LiveGate } from './kernel/live/gate.ts';
import type { PollGate } from './kernel/live/poll.ts';
import type { Live } from './kernel/live/server.ts';
import type { Log } from './kernel/log.ts';
import type { Gate } from './kernel/mount.ts';
import { createPaces, paceHeaders } from './kernel/pace.ts';
import { isRefusal, type Refusal, refuse } from './kernel/refusal.ts';
import { authenticateStaff, identifyDesk, refreshStaff } from './modules/access/index.ts';
import { recordRefused } from './modules/audit/index.ts';
import { authenticateVisitor, identifyVisitor } from './modules/channels/index.ts';
import { topicsOfVisitor } from './modules/conversations/index.ts';

/** Origins of the product's own pages, as this request reached them. */
function ownOrigins(config: Config, host: string | undefined, encrypted: boolean): string[] {
  const seen = host ? [`${encrypted ? 'https' : 'http'}://${host}`] : [];
  return config.publicUrl ? [new URL(config.publicUrl).origin, ...seen] : seen;
}

const encrypted = (request: IncomingMessage, config: Config): boolean =>
  config.trustProxy && request.headers['x-forwarded-proto'] === 'https';

const everyMinute = 60_000;

/** Who is asking, for HTTP and for live sockets alike: the session, the key, or the visitor's secret. */
export function createGates({ config, db, log }: { config: Config; db: Db; log: Log }) {
  const drawFor = createPaces(config.keyRequestsPerMinute);
  const paces = new WeakMap<FastifyRequest, Record<string, string>>();

  /** Counts the request of a key; its pace goes out with the answer, whatever that is. */
  const paced = <A extends TeamActor | Refusal | null>(request: FastifyRequest, actor: A) => {
    if (actor === null || isRefusal(actor) || actor.kind !== 'key') return actor;
    const pace = drawFor(actor.team, actor.key);
    paces.set(request, paceHeaders(pace));
    return pace.wait > 0 ? refuse('rate.limited', { seconds: pace.wait }) : actor;
  };

  const http: Gate = {
    authenticate: async (request: FastifyRequest) =>
      request.headers['guitai-site'] !== undefined
        ? authenticateVisitor(db, config, request)
        : paced(request, await authenticateStaff(db, request)),
    refused: (actor, act) => recordRefused(db, actor, act),
    ownOrigins: (request) => ownOrigins(config, request.headers.host, request.protocol === 'https'),
  };

  const live: LiveGate = {
    async identify(hello, request) {
      if (hello.as !== 'visitor') return identifyDesk(db, hello, request, config);
      const known = await identifyVisitor(db, config, hello, request);
      if (isRefusal(known)) return known;
      if (known.actor.kind !== 'buyer') return refuse('access.signed_out');
      return { ...known, topics: await topicsOfVisitor(db, known.actor) };
    },
    refresh: async (actor: TeamActor) =>
      actor.kind === 'member' || actor.kind === 'key' ? refreshStaff(db, actor) : actor,
    fromOwnPage(request) {
      const { origin } = request.headers;
      // Only browsers send an origin; a program authenticates with its key in the first frame.
      return (
        origin === undefined ||
        ownOrigins(config, request.headers.host, encrypted(request, config)).includes(origin)
      );
    },
  };

  /** A change of a member's role, session or status reaches the open sockets at once; what merely runs out, within a minute. */
  const follow = (live: Live): void => {
    const refresh = (team: string, matches: (actor: TeamActor) => boolean) =>
      live.refresh(team, matches).catch((error) => {
        log.warn({ error: String(error) }, 'sockets not asked again');
      });
    live.hub.onDelivered((event) => {
      if (!/^(member|session|key)\./.test(event.type)) return;
      const { memberId } = JSON.parse(event.data) as { memberId?: string };
      void refresh(event.team, (actor) =>
        actor.kind === 'key' ? true : actor.kind === 'member' && actor.member === memberId,
      );
    });
    setInterval(() => {
      for (const team of live.hub.teams()) {
        void refresh(team, (actor) => actor.kind === 'member' || actor.kind === 'key');
      }
    }, everyMinute).unref();
  };

  const poll: PollGate = {
    topicsOf: async (actor) => (actor.kind === 'buyer' ? topicsOfVisitor(db, actor) : []),
    refresh: live.refresh,
  };

  const paceOf = (request: FastifyRequest): Record<string, string> => paces.get(request) ?? {};

  return { http, live, poll, follow, paceOf };
}
