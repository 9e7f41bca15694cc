import { type CartLine, setQuantity, sumOf, useCart } from '../cart.ts';
import { money } from '../format.ts';
import { Notice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { to } from '../router.ts';
import { w } from '../words.ts';

const Line = ({ line }: { line: CartLine }) => {
  const { variantId, productId, title, variant, imageUrl, quantity, priceMinor, currency } = line;
  return (
    <li class="line">
      <Picture src={imageUrl} title={title} size="small" />
      <span class="grow">
        <a href={to(`/products/${productId}`)}>{title}</a>
        <small>{variant}</small>
      </span>
      <span class="stepper">
        <button
          type="button"
          aria-label={w().less}
          onClick={() => setQuantity(variantId, quantity - 1)}
        >
          −
        </button>
        <span>{quantity}</span>
        <button
          type="button"
          aria-label={w().oneMore}
          onClick={() => setQuantity(variantId, quantity + 1)}
        >
          +
        </button>
      </span>
      <b>{money(priceMinor * quantity, currency)}</b>
    </li>
  );
};

/** The cart. */
export const CartPage = () => {
  const cart = useCart();
  const currency = cart[0]?.currency;
  if (!currency) return <Notice text={w().cartEmpty} link={to('/')} linkText={w().toShop} />;
  return (
    <section class="narrow">
      <h1>{w().cart}</h1>
      <ul class="lines">
        {cart.map((line) => (
          <Line key={line.variantId} line={line} />
        ))}
      </ul>
      <p class="sum">
        {w().total} <b>{money(sumOf(cart), currency)}</b>
      </p>
      <a class="button main" href={to('/checkout')}>
        {w().checkout}
      </a>
    </section>
  );
};
