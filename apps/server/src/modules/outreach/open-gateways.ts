import { createHmac } from 'node:crypto';
import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { hostAddress, outbound } from '../../kernel/outbound.ts';
import { seal, unseal } from '../access/index.ts';
import { digestWith } from './digest.rules.ts';
import type { GatewayMaker, MessageGateway } from './gateway.ports.ts';
import type { GatewayRow } from './gateway.store.ts';
import { hear } from './hear.ts';
import type { OutreachNeeds } from './ports.ts';
import { sandboxBook } from './sandbox.store.ts';

const purpose = 'outreach.gateway';
const timeoutMs = 15_000;

/** Closes secrets of an account for keeping. */
export const sealFor = (secretKey: string, secrets: Readonly<Record<string, string>>): Buffer =>
  seal(secretKey, purpose, JSON.stringify(secrets));

export const sealSecrets = (needs: OutreachNeeds, secrets: Readonly<Record<string, string>>) =>
  sealFor(needs.config.secretKey, secrets);

export const openSecrets = (needs: OutreachNeeds, sealed: Buffer): Record<string, string> =>
  JSON.parse(unseal(needs.config.secretKey, purpose, sealed));

export const makerOf = (needs: OutreachNeeds, kind: string): GatewayMaker => {
  const found = needs.makers.find((maker) => maker.kind === kind);
  if (!found) throw new Error(`there is no gateway of kind ${kind}`);
  return found;
};

/** What stands in a callback's address: whoever does not know it is not heard at all. */
export const callbackToken = (needs: OutreachNeeds, team: string, gatewayId: string): string =>
  createHmac('sha256', needs.config.secretKey)
    .update(`outreach.callback\n${team}\n${gatewayId}`)
    .digest('base64url');

/** Where a gateway calls back; null where this installation has no public address. */
export function callbackUrlOf(needs: OutreachNeeds, team: string, gatewayId: string) {
  const { publicUrl } = needs.config;
  if (publicUrl === null) return null;
  const token = callbackToken(needs, team, gatewayId);
  return `${publicUrl.replace(/\/$/, '')}/api/gateway-callbacks/${team}/${gatewayId}/${token}`;
}

type Account = Pick<GatewayRow, 'id' | 'kind' | 'options'>;

/** Opens an account at a gateway; nothing leaves until something is asked of it. */
export function openGateway(
  needs: OutreachNeeds,
  db: Db,
  team: string,
  account: Account,
  secrets: Readonly<Record<string, string>>,
): MessageGateway {
  const settings = { allowed: needs.config.outboundAllowed, timeoutMs };
  return makerOf(needs, account.kind).open({
    options: account.options,
    secrets,
    callbackUrl: callbackUrlOf(needs, team, account.id),
    reach: (request) => outbound(request, settings),
    hostAddress: (host, port) => hostAddress(host, port, settings),
    now,
    hear: (told) =>
      db.write(system(team, 'outreach'), (tx) =>
        hear(system(team, 'outreach'), tx, account.id, told, digestWith(needs.config.secretKey)),
      ),
    book: sandboxBook(db, team, account.id),
  });
}

interface Opened {
  readonly version: number;
  readonly gateway: MessageGateway;
}

/** Gateways this process has open; one that was changed is closed and opened anew. */
export function createGateways(needs: OutreachNeeds, db: Db) {
  const opened = new Map<string, Opened>();
  const close = async (key: string) => {
    const one = opened.get(key);
    opened.delete(key);
    await one?.gateway.close?.();
  };
  return {
    of(team: string, row: GatewayRow): MessageGateway {
      const key = `${team} ${row.id}`;
      const known = opened.get(key);
      if (known?.version === row.version) return known.gateway;
      void close(key);
      const gateway = openGateway(needs, db, team, row, openSecrets(needs, row.secrets));
      opened.set(key, { version: row.version, gateway });
      return gateway;
    },
    /** Closes those that are no longer wanted. */
    keep: (team: string, ids: ReadonlySet<string>) =>
      Promise.all(
        [...opened.keys()]
          .filter((key) => key.startsWith(team) && !ids.has(key.split(' ')[1] ?? ''))
          .map(close),
      ),
    close: () => Promise.all([...opened.keys()].map(close)),
  };
}

export type Gateways = ReturnType<typeof createGateways>;
