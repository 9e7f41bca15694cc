import type { storefront } from '@guitai/contract';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../api.ts';
import { addToCart } from '../cart.ts';
import { openChat, tellProduct } from '../chat.ts';
import { money } from '../format.ts';
import { Notice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { Reviews } from '../parts/reviews.tsx';
import { Stock } from '../parts/stock.tsx';
import { Wish } from '../parts/wish.tsx';
import { to } from '../router.ts';
import type { ProductPage, Variant } from '../types.ts';
import { useLoad } from '../use-load.ts';
import { locale, w } from '../words.ts';

const Choice = (props: {
  variants: readonly Variant[];
  chosen: Variant | undefined;
  onChoose: (variant: Variant) => void;
}) => (
  <fieldset class="chips">
    <legend>{w().choose}</legend>
    {props.variants.map((variant) => (
      <button
        key={variant.id}
        type="button"
        aria-pressed={variant === props.chosen}
        onClick={() => props.onChoose(variant)}
      >
        {variant.title || variant.sku}
      </button>
    ))}
  </fieldset>
);

const Buy = ({ product }: { product: ProductPage }) => {
  const inStock = product.variants.find(({ stock }) => stock !== 0) ?? product.variants[0];
  const [variant, setVariant] = useState(inStock);
  const [quantity, setQuantity] = useState(1);
  const [added, setAdded] = useState(false);
  if (!variant) return <Notice text={w().soldOut} />;
  const most = Math.min(99, variant.stock ?? 99);
  const add = (event: Event) => {
    event.preventDefault();
    addToCart(product, variant, quantity);
    setAdded(true);
  };
  return (
    <form class="buy" onSubmit={add}>
      <p class="price">{money(variant.priceMinor, product.currency)}</p>
      <Stock stock={variant.stock} />
      {product.variants.length > 1 && (
        <Choice variants={product.variants} chosen={variant} onChoose={setVariant} />
      )}
      <label class="short">
        {w().quantity}
        <input
          type="number"
          min={1}
          max={most}
          required
          value={quantity}
          onInput={(event) => setQuantity(event.currentTarget.valueAsNumber)}
        />
      </label>
      <div class="acts">
        <button type="submit" class="main" disabled={most < 1}>
          {w().addToCart}
        </button>
        <button type="button" onClick={openChat}>
          {w().askShop}
        </button>
      </div>
      <Wish key={variant.id} productId={product.id} variant={variant} />
      {added && <Notice text={w().added} link={to('/cart')} linkText={w().cart} />}
    </form>
  );
};

/** One product: picture, price, variants, stock. */
export const ProductView = ({ id }: { id: string }) => {
  const { value: product, fault } = useLoad(
    () =>
      call<typeof storefront.getStorefrontProduct>(
        'GET',
        `/products/${encodeURIComponent(id)}?locale=${locale()}`,
      ),
    [id],
  );
  useEffect(() => {
    if (product) tellProduct(product);
  }, [product]);
  if (fault) return <Notice text={fault} link={to('/')} linkText={w().toShop} />;
  if (!product) return <Notice text={w().loading} />;
  return (
    <>
      <article class="product">
        <Picture src={product.imageUrl} title={product.title} size="large" />
        <div>
          <h1>{product.title}</h1>
          <Buy product={product} />
          <p class="words">{product.description}</p>
        </div>
      </article>
      <Reviews product={product} />
    </>
  );
};
