/** The public contract of Guitai: every endpoint, event and frame shape, one file per module. */

export * as access from './access.ts';
export * from './address.ts';
export * as aftersales from './aftersales.ts';
export * as audit from './audit.ts';
export * as buyers from './buyers.ts';
export * as cards from './cards.ts';
export * as care from './care.ts';
export * as catalog from './catalog.ts';
export * as channels from './channels.ts';
export * from './common.ts';
export * as connectors from './connectors.ts';
export * as conversations from './conversations.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * as importing from './importing.ts';
export * as knowledge from './knowledge.ts';
export * as live from './live.ts';
export * as orders from './orders.ts';
export * as payments from './payments.ts';
export * as sample from './sample.ts';
export * from './schema.ts';
export * as shops from './shops.ts';
export * as storefront from './storefront.ts';
export * as system from './system.ts';
export * as webhooks from './webhooks.ts';
export * as workbench from './workbench.ts';
