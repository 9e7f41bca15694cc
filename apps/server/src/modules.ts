import { join } from 'node:path';
import { carrierHands } from './carriers.ts';
import type { Config } from './config.ts';
import { connectorHands } from './connectors.ts';
import { createHands } from './gateways.ts';
import type { Db } from './kernel/db.ts';
import { createFileStore } from './kernel/files/store.ts';
import type { Bus } from './kernel/live/bus.ts';
import type { Log } from './kernel/log.ts';
import type { Migration } from './kernel/migrate.ts';
import type { Module } from './kernel/module.ts';
import type { Route } from './kernel/route.ts';
import { messageGateways } from './message-gateways.ts';
import { accessMigrations, createAccess } from './modules/access/index.ts';
import { aftersales } from './modules/aftersales/index.ts';
import { audit } from './modules/audit/index.ts';
import {
  automationMigrations,
  createAutomation,
  recheckRules,
} from './modules/automation/index.ts';
import { buyers } from './modules/buyers/index.ts';
import { care, showsPicture } from './modules/care/index.ts';
import { catalog } from './modules/catalog/index.ts';
import { channelsMigrations, createChannels } from './modules/channels/index.ts';
import { connectorsMigrations, createConnectors } from './modules/connectors/index.ts';
import { conversationsMigrations, createConversations } from './modules/conversations/index.ts';
import {
  createFollowups,
  followupsMigrations,
  recheckFollowups,
} from './modules/followups/index.ts';
import { createImporting, importingMigrations } from './modules/importing/index.ts';
import { insight } from './modules/insight/index.ts';
import { createKnowledge, knowledgeMigrations } from './modules/knowledge/index.ts';
import { createNotices, noticesMigrations } from './modules/notices/index.ts';
import { offers } from './modules/offers/index.ts';
import { orderActed, orders } from './modules/orders/index.ts';
import { createOutreach, outreachMigrations, postmanOf } from './modules/outreach/index.ts';
import { createParcels, parcelsMigrations } from './modules/parcels/index.ts';
import { createPayments, paymentsMigrations } from './modules/payments/index.ts';
import { promises } from './modules/promises/index.ts';
import { createReviews, recheckReviews, reviewsMigrations } from './modules/reviews/index.ts';
import { createSample, sampleMigrations } from './modules/sample/index.ts';
import { createScripts, createWordGuard, scriptsMigrations } from './modules/scripts/index.ts';
import { shops } from './modules/shops/index.ts';
import { createStorefront } from './modules/storefront/index.ts';
import { createSystem, systemMigrations } from './modules/system/index.ts';
import type { ProcessFigures } from './modules/system/ports.ts';
import { createTeamwork, teamworkMigrations } from './modules/teamwork/index.ts';
import { createWebhooks, webhooksMigrations } from './modules/webhooks/index.ts';
import { workbench } from './modules/workbench/index.ts';

/** What modules may be given at composition. */
export interface Ports {
  readonly config: Config;
  readonly db: Db;
  readonly bus: Bus;
  readonly log: Log;
  readonly figures: ProcessFigures;
}

/** What rooms are handed: the ports, and what several of them share. */
interface Given extends Ports {
  readonly hands: ReturnType<typeof createHands>;
  readonly guard: ReturnType<typeof createWordGuard>;
  readonly outreach: Parameters<typeof createOutreach>[0];
  /** Every module, once all of them stand. */
  readonly modules: () => readonly Module[];
}

/** A module that needs something to stand; its tables are there before. */
interface Room {
  readonly name: string;
  readonly migrations: readonly Migration[];
  open(given: Given): Module;
}

const room = (
  name: string,
  migrations: readonly Migration[],
  open: (given: Given) => Module,
): Room => ({ name, migrations, open });

/** Every module, lowest layer first; their tables are made in this order. */
const rooms: ReadonlyArray<Module | Room> = [
  audit,
  shops,
  room('access', accessMigrations, ({ config, modules }) =>
    createAccess(config, { commandOf: finder(modules), orderChanges: [orderActed] }),
  ),
  room('notices', noticesMigrations, ({ config, db, outreach }) =>
    createNotices({ postman: postmanOf(outreach, db), publicUrl: config.publicUrl }),
  ),
  buyers,
  catalog,
  room('payments', paymentsMigrations, ({ hands }) => createPayments(hands)),
  orders,
  room('connectors', connectorsMigrations, ({ config, log }) =>
    createConnectors(connectorHands(config, log)),
  ),
  room('channels', channelsMigrations, ({ config }) => createChannels(config)),
  room('knowledge', knowledgeMigrations, ({ config }) =>
    createKnowledge({ ...config, showsPicture }),
  ),
  room('conversations', conversationsMigrations, ({ config, db, bus, log, guard }) =>
    createConversations({ config, db, bus, log, words: guard }),
  ),
  room('scripts', scriptsMigrations, ({ config, guard }) => createScripts({ config, guard })),
  room('outreach', outreachMigrations, ({ outreach }) => createOutreach(outreach)),
  room('teamwork', teamworkMigrations, ({ config }) => createTeamwork(config)),
  room('parcels', parcelsMigrations, ({ config, log }) => createParcels(carrierHands(config, log))),
  promises,
  room('reviews', reviewsMigrations, ({ config, guard }) =>
    createReviews({ config, words: guard }),
  ),
  aftersales,
  offers,
  care,
  room('automation', automationMigrations, ({ log }) => createAutomation({ log })),
  insight,
  room('followups', followupsMigrations, ({ guard }) => createFollowups({ words: guard })),
  room('webhooks', webhooksMigrations, ({ config }) => createWebhooks(config)),
  room('importing', importingMigrations, ({ config }) => createImporting(config)),
  room('sample', sampleMigrations, ({ config }) => createSample(config)),
  room('storefront', [], ({ config, hands }) =>
    createStorefront({ secretKey: config.secretKey, hands }),
  ),
  workbench,
  room('system', systemMigrations, ({ config, figures, modules }) => {
    const files = createFileStore(join(config.dataDir, 'files'), config.uploadLimitBytes);
    return createSystem({ figures, files, books: () => modules().flatMap(({ books }) => books) });
  }),
];

/** Every module, standing. */
export function createModules(ports: Ports): readonly Module[] {
  const { config, db, log } = ports;
  const given: Given = {
    ...ports,
    hands: createHands(config, db, log),
    guard: createWordGuard(db),
    outreach: {
      config,
      makers: messageGateways,
      rechecks: { automation: recheckRules, reviews: recheckReviews, followups: recheckFollowups },
    },
    modules: () => modules,
  };
  const modules = rooms.map((one) => ('open' in one ? one.open(given) : one));
  return modules;
}

/** The tables of every module, in order. */
export const migrationsOf = (): ReadonlyArray<Pick<Module, 'name' | 'migrations'>> => rooms;

/** Finds the route of an endpoint among modules that stand only when the first is asked for. */
export function finder(modules: () => readonly Module[]): (endpoint: string) => Route | undefined {
  let routes: ReadonlyMap<string, Route> | null = null;
  return (endpoint) => {
    routes ??= new Map(
      modules()
        .flatMap((module) => module.routes)
        .map((route) => [route.endpoint.id, route]),
    );
    return routes.get(endpoint);
  };
}
