import { catalog } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { catalogEvents } = catalog;
const read = { permission: 'catalog.read' };

export const productsMirrored = defineEvent(
  'product.mirrored',
  catalogEvents['product.mirrored'],
  read,
);
export const stockChanged = defineEvent(
  'product.stock_changed',
  catalogEvents['product.stock_changed'],
  read,
);
export const synonymsChanged = defineEvent(
  'catalog.synonyms_changed',
  catalogEvents['catalog.synonyms_changed'],
  read,
);
/** A variant came down to the shop's warning. */
export const stockLow = defineEvent('product.stock_low', catalogEvents['product.stock_low'], read);
