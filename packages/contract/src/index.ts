/** The public contract of Guitai: every endpoint, event and frame shape, one file per module. */
export * from './common.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './schema.ts';
export * as cards from './cards.ts';
export * as channels from './channels.ts';
export * as storefront from './storefront.ts';
