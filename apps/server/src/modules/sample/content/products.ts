import { ceramics } from './ceramics.ts';
import { scent, storage, textiles } from './home.ts';
import { kitchen } from './kitchen.ts';
import { tea } from './tea.ts';
import type { SampleProduct } from './words.ts';

/** Everything on the shelf of 青竹家居, in the order of the shop. */
export const products: readonly SampleProduct[] = [
  ...kitchen,
  ...tea,
  ...ceramics,
  ...storage,
  ...textiles,
  ...scent,
];
