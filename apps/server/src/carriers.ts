import { createKdniao } from './adapters/carriers-kdniao/index.ts';
import { createKuaidi100 } from './adapters/carriers-kuaidi100/index.ts';
import { createSandboxCarrier } from './adapters/carriers-sandbox/index.ts';
import type { Config } from './config.ts';
import type { Log } from './kernel/log.ts';
import type { Hands } from './modules/parcels/index.ts';

/** Whom this installation can ask where parcels are. */
export const carrierHands = (
  {
    secretKey,
    outboundAllowed,
    publicUrl,
  }: Pick<Config, 'secretKey' | 'outboundAllowed' | 'publicUrl'>,
  log: Log,
): Hands => ({
  providers: [createKuaidi100(), createKdniao(), createSandboxCarrier()],
  secretKey,
  outboundAllowed,
  publicUrl,
  log,
});
