import { sample } from '@guitai/contract';
import type { World } from './world.ts';

/** Fills a world with the sample shop, so that every kind of thing is there. */
export async function fill(w: World): Promise<void> {
  const owner = await w.as('何雅琴');
  await owner.call(sample.loadSampleShop, {});
}
