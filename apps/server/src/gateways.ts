import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { SandboxGateway } from './adapters/payments-sandbox/index.ts';
import type { Config } from './config.ts';
import { readGateways } from './gateway-accounts.ts';
import { now } from './kernel/clock.ts';
import type { Db } from './kernel/db.ts';
import type { Log } from './kernel/log.ts';
import {
  type Address,
  type GatewayKind,
  type Hands,
  hearCallback,
} from './modules/payments/index.ts';

/** The parts of a callback's address, as `notifyUrlOf` made it. */
function addressOf(notifyUrl: string): Address {
  const [shopId = '', teamId = '', gateway = ''] = new URL(notifyUrl).pathname.split('/').reverse();
  return { gateway: gateway as GatewayKind, teamId, shopId };
}

/** Gateways with the sandbox among them, whose payer is played by the demo shop. */
export interface PaymentHands extends Hands {
  readonly sandbox: SandboxGateway;
}

/** The gateways of this installation. The sandbox keeps its own book beside the data and tells us as a gateway would. */
export function createHands(
  config: Pick<Config, 'dataDir' | 'publicUrl' | 'port' | 'secretKey' | 'paymentsFile'>,
  db: Db,
  log: Log,
): PaymentHands {
  const real = config.paymentsFile ? readGateways(config.paymentsFile) : [];
  const of = (shopId: string, kind: GatewayKind) =>
    real.find(({ shops, gateway }) => gateway.kind === kind && (shops?.includes(shopId) ?? true))
      ?.gateway ?? null;
  const sandbox = new SandboxGateway({
    path: join(config.dataDir, 'sandbox-gateway.jsonl'),
    secret: createHmac('sha256', config.secretKey).update('sandbox gateway').digest('hex'),
    deliver: async (notifyUrl, message) => {
      const heard = await hearCallback(db, hands, addressOf(notifyUrl), { ...message, at: now() });
      if (!heard) log.warn({ notifyUrl }, 'the sandbox was not believed');
    },
  });
  const hands: PaymentHands = {
    sandbox,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    gateways: { of: (shopId, kind) => (kind === 'sandbox' ? sandbox : of(shopId, kind)) },
  };
  return hands;
}
