import { createShopify } from './adapters/shops-shopify/connector.ts';
import { createVendure } from './adapters/shops-vendure/connector.ts';
import { createWooCommerce } from './adapters/shops-woocommerce/connector.ts';
import type { Config } from './config.ts';
import type { Log } from './kernel/log.ts';
import type { Hands } from './modules/connectors/index.ts';

/** The platforms this installation can speak with. */
export const connectorHands = (
  { secretKey, outboundAllowed }: Pick<Config, 'secretKey' | 'outboundAllowed'>,
  log: Log,
): Hands => ({
  connectors: [createVendure(), createShopify(), createWooCommerce()],
  secretKey,
  outboundAllowed,
  log,
});
