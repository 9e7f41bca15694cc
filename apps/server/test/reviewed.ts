import { reviews } from '@guitai/contract';
import { sql } from 'kysely';
import { system } from '../src/kernel/actor.ts';
import { newId } from '../src/kernel/ids.ts';
import { run } from '../src/kernel/tx.ts';
import { payOrder } from '../src/modules/orders/index.ts';
import { type AtCounter, atCounter } from './counter.ts';

/** A counter with reviews: orders can arrive, and their buyer can say what they think of it. */
export interface Reviewed extends AtCounter {
  /** The order is paid and in the buyer's hands. */
  arrived(orderId?: string): Promise<string>;
  /** A further order, arrived and reviewed. */
  says(rating: number, words?: string): Promise<string>;
  rows<T>(query: ReturnType<typeof sql>): Promise<T[]>;
}

export async function reviewed(): Promise<Reviewed> {
  const w = await atCounter();
  const making = system(w.team, 'test');
  const rows: Reviewed['rows'] = (query) => w.doing((tx) => run(tx, query));
  const arrived: Reviewed['arrived'] = async (orderId = w.order) => {
    await w.doing((tx) => payOrder(making, tx, { orderId, kind: 'cash', reference: newId() }));
    await rows(
      sql`update orders set status = 'received' where team_id = ${w.team} and id = ${orderId}`,
    );
    return orderId;
  };
  return {
    ...w,
    rows,
    arrived,
    async says(rating, words = '') {
      const orderId = await arrived(await w.placed(1));
      const review = await w.chat.call(reviews.postReview, { orderId, lineNo: 1, rating, words });
      return review.id;
    },
  };
}
