import { reactMany } from '../../kernel/reactions.ts';
import { shopCreated } from '../shops/index.ts';
import { followingOrders } from './follow.orders.ts';
import { followingTalks } from './follow.talks.ts';
import { addPresets } from './presets.add.ts';

const newShop = reactMany('automation.shops', shopCreated, 20, async (actor, tx, events) => {
  for (const { subject } of events) await addPresets(actor, tx, subject);
});

/** What rules listen to. */
export const following = [...followingOrders, ...followingTalks, newShop];
