import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { chats } from './content/chats.ts';
import { orders } from './content/orders.ts';
import { buyers, colleagues } from './content/people.ts';
import { products } from './content/products.ts';
import { type SampleShopRow, sampleShopOf } from './sample.store.ts';

/** What the sample shop holds. */
export const counts = {
  products: products.length,
  buyers: buyers.length,
  orders: orders.length,
  conversations: chats.length,
  members: colleagues.length,
};
const none = { products: 0, buyers: 0, orders: 0, conversations: 0, members: 0 };

/** The sample shop as the reader sees it. */
export const shown = (actor: TeamActor, row: SampleShopRow | undefined) => ({
  loaded: row !== undefined,
  shopId: row?.shop_id ?? null,
  loadedAt: row?.loaded_at.toISOString() ?? null,
  counts: row ? counts : none,
  can: can(actor, 'sample.manage') === 'yes' ? [row ? 'removeSampleShop' : 'loadSampleShop'] : [],
});

/** Whether the sample shop is here. */
export const getSampleShop = async (actor: StaffActor, tx: Tx) =>
  shown(actor, await sampleShopOf(tx));
