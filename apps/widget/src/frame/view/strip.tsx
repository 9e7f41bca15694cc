import { h } from '../dom.ts';
import { w } from '../words.ts';
import type { View } from './app.tsx';
import { IconButton } from './icon.tsx';

/** The product of the page, ready to be sent as a card. */
export const Strip = ({ state: { page, messages, pending, panel }, act }: View) => {
  const { product } = page;
  const already =
    product &&
    (messages.some(({ card }) => card?.type === 'product' && card.id === product.id) ||
      pending.some(({ body }) => body.productId === product.id));
  if (!product || already || panel) return null;
  return (
    <div key="strip" class="strip row">
      {product.imageUrl && <img src={product.imageUrl} alt="" />}
      <span>
        <small>{w.about}</small>
        <b>{product.title}</b>
      </span>
      <button onClick={() => act.put({ productId: product.id })}>{w.sendProduct}</button>
      <IconButton
        icon="close"
        label={w.close}
        onClick={() => act.set({ page: { ...page, product: undefined } })}
      />
    </div>
  );
};
