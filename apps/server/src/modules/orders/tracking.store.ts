import type { orders, ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';
import type { Shops } from './acts.ts';
import { inShops } from './order.store.ts';

export type Track = ReplyOf<typeof orders.getTracking>;

/** The parcels of an order with every step; undefined where there is no such order in these shops. */
export const readTrack = (tx: Tx, orderId: string, shops: Shops) =>
  first<Track>(
    tx,
    sql`select o.parcels from published.order_tracks o
        where o.team_id = ${tx.team} and o.id = ${orderId} and ${inShops(shops)}`,
  );
