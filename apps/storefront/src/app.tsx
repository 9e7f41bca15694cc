import type { storefront } from '@guitai/contract';
import { useEffect } from 'preact/hooks';
import { call, useSite } from './api.ts';
import { embedChat, tellLanguage, tellProduct, tellShopper } from './chat.ts';
import { CartPage } from './pages/cart.tsx';
import { CheckoutPage } from './pages/checkout.tsx';
import { HomePage } from './pages/home.tsx';
import { OrderPage } from './pages/order.tsx';
import { OrdersPage } from './pages/orders.tsx';
import { ProductView } from './pages/product.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { Header } from './parts/header.tsx';
import { Notice } from './parts/notice.tsx';
import { to, usePath } from './router.ts';
import { useShopper } from './session.ts';
import type { Shop } from './types.ts';
import { useLoad } from './use-load.ts';
import { useLocale, w } from './words.ts';

const Page = ({ shop }: { shop: Shop }) => {
  const [place = '', id = ''] = usePath().slice(1).split('/');
  if (place === 'products' && id) return <ProductView key={id} id={id} />;
  if (place === 'orders' && id) return <OrderPage key={id} id={id} />;
  if (place === 'orders') return <OrdersPage />;
  if (place === 'cart') return <CartPage />;
  if (place === 'checkout') return <CheckoutPage />;
  if (place === 'sign-in') return <SignInPage shop={shop} />;
  if (place === '') return <HomePage shop={shop} />;
  return <Notice text={w().notHere} link={to('/')} linkText={w().toShop} />;
};

/** Keeps the chat told of who is here, in which language. */
const useChat = (shop: Shop | undefined, locale: string) => {
  const signedIn = useShopper()?.id;
  const path = usePath();
  useEffect(() => {
    if (shop) embedChat(shop);
  }, [shop?.site]);
  useEffect(() => tellShopper(!!signedIn), [signedIn]);
  useEffect(() => tellLanguage(locale), [locale]);
  useEffect(() => {
    if (!path.startsWith('/products/')) tellProduct();
  }, [path]);
};

export const App = () => {
  const locale = useLocale();
  const { value: shop, fault } = useLoad(async () => {
    const reply = await call<typeof storefront.getStorefront>('GET', `?locale=${locale}`);
    useSite(reply.site);
    return reply;
  }, [locale]);
  useChat(shop, locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = shop?.shopName ?? 'Guitai';
  }, [locale, shop]);
  useEffect(() => {
    if (shop) document.documentElement.style.setProperty('--accent', shop.colour);
  }, [shop]);
  if (fault) return <Notice text={fault} />;
  if (!shop) return <Notice text={w().loading} />;
  return (
    <>
      <Header shop={shop} />
      <main>
        <Page key={locale} shop={shop} />
      </main>
    </>
  );
};
