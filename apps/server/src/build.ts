import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { processFigures } from './figures.ts';
import { createGates } from './gates.ts';
import { createDb, type Db } from './kernel/db.ts';
import { createHttp } from './kernel/http.ts';
import { startJobs } from './kernel/jobs.ts';
import { type Bus, createBus } from './kernel/live/bus.ts';
import { pollRoute } from './kernel/live/poll.ts';
import { type Live, startLive } from './kernel/live/server.ts';
import type { Log } from './kernel/log.ts';
import { createMetrics } from './kernel/metrics.ts';
import { appRole } from './kernel/migrate.ts';
import type { Follower, Module } from './kernel/module.ts';
import { mount } from './kernel/mount.ts';
import { type Reactions, startReactions } from './kernel/reactions.ts';
import type { Route } from './kernel/route.ts';
import { createModules } from './modules.ts';
import { mountOperations } from './operations.ts';
import { serveApps } from './pages.ts';

/** What the process is made of, ready to listen. */
export interface Built {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly live: Live;
  readonly modules: readonly Module[];
  readonly routes: readonly Route[];
  readonly reactions: Reactions | null;
  /** Starts what works by itself: jobs, reactions, the bus. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the house together: the only file that knows the kernel, the modules and the edges at once. */
export async function build(
  config: Config,
  given: { databaseUrl: string; log: Log },
): Promise<Built> {
  const { databaseUrl, log } = given;
  const db = createDb({ url: databaseUrl, max: config.databaseConnections, role: appRole });
  const app = await createHttp({
    trustProxy: config.trustProxy,
    bodyLimitBytes: config.bodyLimitBytes,
    log,
  });
  const bus = createBus(databaseUrl, db, log);
  const figures = processFigures(db, () => live.hub);
  const modules = createModules({ config, db, bus, log, figures });
  const gates = createGates({ config, db, log });
  app.addHook('onSend', async (request, reply) => void reply.headers(gates.paceOf(request)));
  const live: Live = startLive(app.server as Server, {
    db,
    gate: gates.live,
    handlers: modules.flatMap((module) => module.frames),
    framesPerSecond: config.liveFramesPerSecond,
    log,
  });
  join(db, live, bus);
  gates.follow(live);
  for (const module of modules) for (const attach of module.live) attach({ db, hub: live.hub });
  const metrics = createMetrics(db, () => live.hub);
  const routes = [
    ...modules.flatMap((module) => module.routes),
    pollRoute(db, () => live.hub, gates.poll),
  ];
  mount(app, { db, gate: gates.http }, routes);
  mountOperations(app, { db, metrics, routes, config });
  await serveApps(app, { db });

  let reactions: Reactions | null = null;
  let stopJobs: (() => Promise<void>) | null = null;
  let followers: readonly Follower[] = [];
  return {
    app,
    db,
    live,
    modules,
    routes,
    get reactions() {
      return reactions;
    },
    async start() {
      if (!config.roles.includes('worker')) return;
      reactions = startReactions(
        db,
        modules.flatMap((module) => module.reactions),
        log,
      );
      followers = modules.flatMap((module) => module.followers.map((start) => start(db, log)));
      bus.on('wake', ({ team }: { team: string }) => {
        reactions?.hint(team);
        for (const follower of followers) follower.hint(team);
      });
      stopJobs = await startJobs(
        databaseUrl,
        db,
        modules.flatMap((module) => module.jobs),
        log,
      );
    },
    async stop() {
      await live.stop();
      await app.close();
      await stopJobs?.();
      await Promise.all(followers.map((follower) => follower.stop()));
      await reactions?.stop();
      await bus.stop();
      await db.pool.end();
    },
  };
}

/** Committed events go to this process's sockets; the others get a hint to look at the log. */
function join(db: Db, live: Live, bus: Bus): void {
  const hinted = new Set<string>();
  db.onHappened((happened) => {
    live.hub.publish(happened);
    const team = happened[0]?.team;
    if (team === undefined || bus.peers === 0 || hinted.has(team)) return;
    hinted.add(team);
    setTimeout(() => {
      hinted.delete(team);
      bus.tell('wake', { team });
    }, 2);
  });
  bus.on('wake', ({ team }: { team: string }) => live.hub.wake(team));
  // A hint may be lost: while others write too, the log itself is asked every second.
  setInterval(() => {
    if (bus.peers > 0) for (const team of live.hub.teams()) live.hub.wake(team);
  }, 1_000).unref();
}
