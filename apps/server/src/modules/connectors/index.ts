import { defineModule, type Module } from '../../kernel/module.ts';
import { tellDown } from './down.notice.ts';
import { connectionChanged } from './events.ts';
import { up } from './migrations/0001-connectors.ts';
import type { Hands } from './open-line.ts';
import { routesWith } from './routes.ts';
import { workWith } from './work.ts';

export { carryOutWrites } from './carry-out.ts';
export { compareMirror } from './compare.ts';
export type { Hands } from './open-line.ts';
export { tendConnection } from './tend.ts';

export const connectorsMigrations = [{ id: '0001-connectors', up }];

/** Shops on other platforms: their orders here as a mirror, what is done to them here carried out there. */
export const createConnectors = (hands: Hands): Module =>
  defineModule({
    name: 'connectors',
    migrations: connectorsMigrations,
    routes: routesWith(hands),
    events: [connectionChanged],
    reactions: [tellDown],
    jobs: workWith(hands),
  });
