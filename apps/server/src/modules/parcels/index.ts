import { defineModule, type Module } from '../../kernel/module.ts';
import * as events from './events.ts';

export { parcelMoved } from './events.ts';

/** Where parcels are, asked of carriers' aggregators, and which of them need a hand. */
export const createParcels = (): Module =>
  defineModule({ name: 'parcels', events: Object.values(events) });
