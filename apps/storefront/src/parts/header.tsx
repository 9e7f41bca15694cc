import { useCart } from '../cart.ts';
import { to } from '../router.ts';
import { signOut, useShopper } from '../session.ts';
import type { Shop } from '../types.ts';
import { type Locale, languages, locale, setLocale, w } from '../words.ts';

/** Name of the shop, language, who is signed in, cart. */
export const Header = ({ shop }: { shop: Shop }) => {
  const shopper = useShopper();
  const count = useCart().reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <header class="top">
      <a class="brand" href={to('/')}>
        {shop.shopName}
      </a>
      <nav>
        <select
          aria-label={w().language}
          value={locale()}
          onChange={(event) => setLocale(event.currentTarget.value as Locale)}
        >
          {Object.entries(languages).map(([tag, name]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
        {shopper ? (
          <>
            <a href={to('/orders')}>{w().orders}</a>
            <button type="button" class="quiet" onClick={signOut} title={w().signOut}>
              {shopper.name} · {w().signOut}
            </button>
          </>
        ) : (
          <a href={to('/sign-in')}>{w().signIn}</a>
        )}
        <a href={to('/cart')}>
          {w().cart}
          {count > 0 && <b class="count">{count}</b>}
        </a>
      </nav>
    </header>
  );
};
