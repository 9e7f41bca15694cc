import { react } from '../../kernel/reactions.ts';
import { shopCreated } from '../shops/index.ts';
import { adoptShop } from './adopt.ts';

/** Follows the log from its beginning: each shop there ever was is looked at once, so texts of imports before become entries. */
export const reactions = [
  react('knowledge.adopt', shopCreated, (_actor, tx, { subject }) => adoptShop(tx, subject)),
];
