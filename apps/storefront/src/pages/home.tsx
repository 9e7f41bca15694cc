import type { storefront } from '@guitai/contract';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../api.ts';
import { money } from '../format.ts';
import { Notice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { Stars } from '../parts/stars.tsx';
import { Stock } from '../parts/stock.tsx';
import { to } from '../router.ts';
import type { Product, Shop } from '../types.ts';
import { locale, w } from '../words.ts';

const SETTLE_MS = 250;

/** What one is looking for, once the fingers rest. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** Pages of products for a search, one after the other. */
const useProducts = (q: string, category: string) => {
  const [items, setItems] = useState<readonly Product[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [fault, setFault] = useState('');
  const load = async (cursor?: string) => {
    const query = new URLSearchParams({
      locale: locale(),
      limit: '24',
      ...(q && { q }),
      ...(category && { category }),
      ...(cursor && { cursor }),
    });
    return call<typeof storefront.listStorefrontProducts>('GET', `/products?${query}`);
  };
  useEffect(() => {
    let current = true;
    load().then(
      (page) => {
        if (!current) return;
        setItems(page.items);
        setNext(page.next);
        setFault('');
      },
      (error: Error) => current && setFault(error.message),
    );
    return () => {
      current = false;
    };
  }, [q, category]);
  const more = async () => {
    const page = await load(next ?? undefined);
    setItems([...(items ?? []), ...page.items]);
    setNext(page.next);
  };
  return { items, more: next ? more : null, fault };
};

const Tile = ({ product }: { product: Product }) => (
  <li>
    <a class="tile" href={to(`/products/${product.id}`)}>
      <Picture src={product.imageUrl} title={product.title} size="wide" />
      <span>{product.title}</span>
      <b>{money(product.priceMinor, product.currency)}</b>
      <Stock stock={product.stock} />
      {product.rating.average !== null && (
        <small>
          <Stars rating={product.rating.average} /> {product.rating.count}
        </small>
      )}
    </a>
  </li>
);

/** The shelf. */
export const HomePage = ({ shop }: { shop: Shop }) => {
  const [text, setText] = useState('');
  const [category, setCategory] = useState('');
  const { items, more, fault } = useProducts(useSettled(text), category);
  return (
    <>
      <h1 class="sr">{shop.shopName}</h1>
      <div class="finder">
        <input
          type="search"
          placeholder={w().search}
          aria-label={w().search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="chips">
          {['', ...shop.categories].map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === category}
              onClick={() => setCategory(name)}
            >
              {name || w().all}
            </button>
          ))}
        </div>
      </div>
      {fault && <Notice text={fault} />}
      {!items && !fault && <Notice text={w().loading} />}
      {items?.length === 0 && <Notice text={w().noProducts} />}
      <ul class="shelf">
        {items?.map((product) => (
          <Tile key={product.id} product={product} />
        ))}
      </ul>
      {more && (
        <button type="button" class="more" onClick={more}>
          {w().more}
        </button>
      )}
    </>
  );
};
