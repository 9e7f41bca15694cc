import { now } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import { outbound } from '../../kernel/outbound.ts';
import { seal, unseal } from '../access/index.ts';
import type { ParcelProvider, ProviderLine } from './ports.ts';
import type { ProviderRow } from './tables.ts';

/** What the module is given at composition. */
export interface Hands {
  readonly providers: readonly ParcelProvider[];
  readonly secretKey: string;
  readonly outboundAllowed: readonly string[];
  /** Without one no provider can tell by itself. */
  readonly publicUrl: string | null;
  readonly log: Log;
}

const purpose = 'parcels.secrets';

export const sealSecrets = (hands: Hands, secrets: Readonly<Record<string, string>>): Buffer =>
  seal(hands.secretKey, purpose, JSON.stringify(secrets));

export const openSecrets = (hands: Hands, sealed: Buffer): Record<string, string> =>
  JSON.parse(unseal(hands.secretKey, purpose, sealed));

/** Throws for a kind this installation does not know: kinds are checked when a provider is added. */
export function providerOf(hands: Hands, kind: string): ParcelProvider {
  const found = hands.providers.find((provider) => provider.kind === kind);
  if (!found) throw new Error(`there is no parcel provider ${kind}`);
  return found;
}

export const lineOf = (hands: Hands, { secrets }: Pick<ProviderRow, 'secrets'>): ProviderLine => ({
  secrets: openSecrets(hands, secrets),
  reach: (request) =>
    outbound(request, { allowed: hands.outboundAllowed, timeoutMs: 10_000, maxBytes: 2_000_000 }),
  now,
});

export const callbackPath = (team: string, providerId: string): string =>
  `/api/parcel-callbacks/${team}/${providerId}`;

/** Address at which this provider may tell by itself; null where the product has none. */
export const callbackUrl = (hands: Hands, team: string, providerId: string): string | null =>
  hands.publicUrl === null
    ? null
    : new URL(callbackPath(team, providerId), hands.publicUrl).toString();
