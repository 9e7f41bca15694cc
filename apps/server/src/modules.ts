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
import { insight, insightMigrations } from './modules/insight/index.ts';
import { createKnowledge, knowledgeMigrations } from './modules/knowledge/index.ts';
import { createNotices, noticesMigrations } from './modules/notices/index.ts';
import { offers } from './modules/offers/index.ts';
import { orderActed, orders } from './modules/orders/index.ts';
import { createOutreach, outreachMigrations, postmanOf } from './modules/outreach/index.ts';
import { createParcels, parcelsMigrations } from './modules/parcels/index.ts';
import { createPayments, paymentsMigrations } from './modules/payments/index.ts';
import { promises, promisesMigrations } from './modules/promises/index.ts';
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

/** Every module, lowest layer first: migrations run in this order. */
export function createModules({ config, db, bus, log, figures }: Ports): readonly Module[] {
  const hands = createHands(config, db, log);
  const commandOf = finder(() => modules);
  const guard = createWordGuard(db);
  const files = createFileStore(join(config.dataDir, 'files'), config.uploadLimitBytes);
  const outreach = {
    config,
    makers: messageGateways,
    rechecks: { automation: recheckRules, reviews: recheckReviews, followups: recheckFollowups },
  };
  const modules: readonly Module[] = [
    audit,
    shops,
    createAccess(config, { commandOf, orderChanges: [orderActed] }),
    createNotices({ postman: postmanOf(outreach, db), publicUrl: config.publicUrl }),
    buyers,
    catalog,
    createPayments(hands),
    orders,
    createConnectors(connectorHands(config, log)),
    createChannels(config),
    createKnowledge({ ...config, showsPicture }),
    createConversations({ config, db, bus, log, words: guard }),
    createScripts({ config, guard }),
    createOutreach(outreach),
    createTeamwork(config),
    createParcels(carrierHands(config, log)),
    promises,
    createReviews({ config, words: guard }),
    aftersales,
    offers,
    care,
    createAutomation({ log }),
    insight,
    createFollowups({ words: guard }),
    createWebhooks(config),
    createImporting(config),
    createSample(config),
    createStorefront({ secretKey: config.secretKey, hands }),
    workbench,
    createSystem({ figures, files, books: () => modules.flatMap((module) => module.books) }),
  ];
  return modules;
}

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

/** The tables of every module, in order. */
export const migrationsOf = (): ReadonlyArray<{
  name: string;
  migrations: readonly Migration[];
}> => [
  audit,
  shops,
  { name: 'access', migrations: accessMigrations },
  { name: 'notices', migrations: noticesMigrations },
  buyers,
  catalog,
  { name: 'payments', migrations: paymentsMigrations },
  orders,
  { name: 'connectors', migrations: connectorsMigrations },
  { name: 'channels', migrations: channelsMigrations },
  { name: 'knowledge', migrations: knowledgeMigrations },
  { name: 'conversations', migrations: conversationsMigrations },
  { name: 'scripts', migrations: scriptsMigrations },
  { name: 'outreach', migrations: outreachMigrations },
  { name: 'teamwork', migrations: teamworkMigrations },
  { name: 'parcels', migrations: parcelsMigrations },
  { name: 'promises', migrations: promisesMigrations },
  { name: 'reviews', migrations: reviewsMigrations },
  aftersales,
  offers,
  care,
  { name: 'automation', migrations: automationMigrations },
  { name: 'insight', migrations: insightMigrations },
  { name: 'followups', migrations: followupsMigrations },
  { name: 'webhooks', migrations: webhooksMigrations },
  { name: 'importing', migrations: importingMigrations },
  { name: 'sample', migrations: sampleMigrations },
  { name: 'system', migrations: systemMigrations },
];
