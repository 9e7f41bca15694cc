import { fill, w } from '../words.ts';

const FEW = 10;

/** How many pieces are left, in words. */
export const Stock = ({ stock }: { stock: number | null }) => (
  <small class={stock === 0 ? 'gone' : ''}>
    {stock === null || stock >= FEW
      ? w().inStock
      : stock > 0
        ? fill(w().left, { count: stock })
        : w().soldOut}
  </small>
);
