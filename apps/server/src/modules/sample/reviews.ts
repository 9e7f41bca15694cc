import type { TeamActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { takeReviews } from '../reviews/index.ts';
import { buyers } from './content/people.ts';
import { reviews } from './content/reviews.ts';
import type { Goods } from './goods.ts';

const names = new Map(buyers.map((buyer) => [buyer.key, buyer.name]));
const daysAgo = (days: number): string => new Date(clock.now() - days * 86_400_000).toISOString();

/** What buyers said of their orders, as if it had been written in the demo shop; the latest bad ones wait for somebody. */
export async function loadReviews(
  actor: TeamActor,
  tx: Tx,
  shopId: string,
  { orders }: Goods,
): Promise<void> {
  const told = reviews.map(({ buyer, days, product, rating, words, ago, reply }, n) => {
    const found = orders.find(({ order }) => order.buyer === buyer && order.days === days);
    if (!found) throw new Error(`${buyer} of the sample ordered nothing ${days} days ago`);
    return {
      externalId: `sample-${n + 1}`,
      orderNumber: found.facts.number,
      productExternalId: product,
      author: names.get(buyer) ?? '',
      ...{ rating, words, postedAt: daysAgo(ago) },
      ...(reply === undefined ? {} : { reply: { text: reply, at: daysAgo(ago - 0.3) } }),
    };
  });
  await takeReviews(actor, tx, shopId, told, 'own');
}
