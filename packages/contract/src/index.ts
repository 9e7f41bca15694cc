/** The public contract of Guitai: every endpoint, event and frame shape, one file per module. */
export * from './common.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './schema.ts';

export * as access from './access.ts';
export * as audit from './audit.ts';
export * as shops from './shops.ts';
export * as cards from './cards.ts';
export * as channels from './channels.ts';
export * as conversations from './conversations.ts';
export * as live from './live.ts';
export * as storefront from './storefront.ts';
