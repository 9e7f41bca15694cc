import { defineModule, type Module } from '../../kernel/module.ts';
import * as events from './events.ts';
import type { Hands } from './line.ts';
import { up } from './migrations/0001-parcels.ts';
import { up as tasks } from './migrations/0002-tasks.ts';
import { reactions } from './reactions.ts';
import { routesWith } from './routes.ts';
import { workWith } from './work.ts';

export { parcelMoved } from './events.ts';
export type { Hands } from './line.ts';
export { isSigned } from './stage.rules.ts';

export const parcelsMigrations = [
  { id: '0001-parcels', up },
  { id: '0002-tasks', up: tasks },
];

/** Where parcels are, asked of carriers' aggregators, and which of them need a hand. */
export const createParcels = (hands: Hands): Module =>
  defineModule({
    name: 'parcels',
    migrations: parcelsMigrations,
    routes: routesWith(hands),
    events: Object.values(events),
    reactions,
    jobs: workWith(hands),
  });
