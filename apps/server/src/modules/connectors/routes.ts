import { connectors } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import {
  checkConnectionWith,
  compareConnectionWith,
  createConnectionWith,
  updateConnectionWith,
} from './connect.ts';
import { getConnection, listConnections, removeConnection } from './connection.ts';
import { receiveHookWith } from './hook.ts';
import type { Hands } from './open-line.ts';
import { refreshBuyerOrdersWith } from './refresh.ts';

const manage = 'connections.manage';
const audited = { audited: true };

export const routesWith = (hands: Hands) => [
  route(connectors.listConnections, 'shops.read', listConnections),
  route(connectors.getConnection, manage, getConnection),
  routeBare(connectors.createConnection, manage, createConnectionWith(hands), audited),
  routeBare(connectors.updateConnection, manage, updateConnectionWith(hands), audited),
  routeBare(connectors.checkConnection, manage, checkConnectionWith(hands), audited),
  routeBare(connectors.compareConnection, manage, compareConnectionWith(hands), audited),
  route(connectors.removeConnection, manage, removeConnection, audited),
  routeBare(connectors.refreshBuyerOrders, 'orders.read', refreshBuyerOrdersWith(hands)),
  routeBare(connectors.receivePlatformHook, 'open', receiveHookWith(hands)),
];
