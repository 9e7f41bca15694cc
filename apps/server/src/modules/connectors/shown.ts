import { connectors, type Static } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { fallbacksFor } from '../orders/index.ts';
import type { Connection } from '../shops/index.ts';

type Shown = Static<typeof connectors.Connection>;

const acts = [
  'getConnection',
  'updateConnection',
  'checkConnection',
  'compareConnection',
  'removeConnection',
];

/** A connection as this reader may see it. Its address and what the platform said are for those who manage it. */
export function shownConnection(actor: Actor, connection: Connection, waiting: number): Shown {
  const manages = can(actor, 'connections.manage', { shop: connection.shopId }) === 'yes';
  const does = connectors.orderWriteKinds.filter((kind) => connection.capabilities.includes(kind));
  const lacks = connectors.orderWriteKinds
    .filter((kind) => !does.includes(kind))
    .map((act) => ({ act, instead: fallbacksFor(act, connection.capabilities) }));
  return {
    id: connection.id,
    shopId: connection.shopId,
    kind: connection.kind as Shown['kind'],
    url: manages ? connection.url : '',
    enabled: connection.enabled,
    state: connection.state,
    since: connection.stateAt,
    trouble: manages ? connection.trouble : '',
    does,
    lacks,
    waiting,
    lastReadAt: connection.lastReadAt,
    comparedAt: connection.comparedAt,
    differences: connection.differences,
    hookPath: manages ? `/api/platform-hooks/${actor.team}/${connection.id}` : '',
    can: manages ? acts : [],
  };
}
