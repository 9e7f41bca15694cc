import { farewell } from './farewell.ts';
import { price } from './price.ts';
import { quality } from './quality.ts';
import { reassure } from './reassure.ts';
import { review } from './review.ts';
import type { PlaybookText } from './shape.ts';

export type { PlaybookText } from './shape.ts';

/** Situations every counter knows, in the order in which a sale goes. */
export const playbooks: readonly PlaybookText[] = [quality, price, reassure, review, farewell];
