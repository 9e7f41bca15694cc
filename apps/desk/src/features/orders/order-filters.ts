import type { Filters } from '../../lib/filters.ts';

/** Names of the filters in the address of the orders page. */
export const orderFilterNames = ['q', 'shop', 'status', 'flag', 'work'] as const;

export type OrderFilters = Filters<(typeof orderFilterNames)[number]>;
