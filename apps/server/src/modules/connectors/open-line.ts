import type { Log } from '../../kernel/log.ts';
import { outbound } from '../../kernel/outbound.ts';
import { seal, unseal } from '../access/index.ts';
import type { Connection } from '../shops/index.ts';
import type { Connector, Line, Platform } from './ports.ts';

/** What the module is given at composition. */
export interface Hands {
  readonly connectors: readonly Connector[];
  readonly secretKey: string;
  /** Places an operator trusts although they are not public, as `host:port`. */
  readonly outboundAllowed: readonly string[];
  readonly log: Log;
  /** After an attempt whose answer never came: so long a platform may still be at it. 30 s unless told. */
  readonly quietMs?: number;
}

const purpose = 'connectors.secrets';

export const sealSecrets = (hands: Hands, secrets: Readonly<Record<string, string>>): Buffer =>
  seal(hands.secretKey, purpose, JSON.stringify(secrets));

export const openSecrets = (hands: Hands, sealed: Buffer): Record<string, string> =>
  JSON.parse(unseal(hands.secretKey, purpose, sealed));

/** Throws for a kind this installation does not know: kinds are checked when a connection is made. */
export function connectorOf(hands: Hands, kind: string): Connector {
  const found = hands.connectors.find((connector) => connector.kind === kind);
  if (!found) throw new Error(`there is no connector ${kind}`);
  return found;
}

type Reachable = Pick<Connection, 'id' | 'kind' | 'url' | 'options'>;

/** The platform behind a connection; the request goes out only when something is asked of it. */
export function openLine(
  hands: Hands,
  connection: Reachable,
  secrets: Readonly<Record<string, string>>,
): Platform {
  const settings = { allowed: hands.outboundAllowed, timeoutMs: 10_000, maxBytes: 20_000_000 };
  const line: Line = {
    id: connection.id,
    url: connection.url,
    secrets,
    options: connection.options,
    currency: String(connection.options.currency ?? ''),
    reach: (request) => outbound(request, settings),
  };
  return connectorOf(hands, connection.kind).open(line);
}

export const platformOf = (hands: Hands, connection: Connection): Platform =>
  openLine(hands, connection, openSecrets(hands, connection.secrets));
