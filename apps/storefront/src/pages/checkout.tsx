import type { storefront } from '@guitai/contract';
import { useRef, useState } from 'preact/hooks';
import { call } from '../api.ts';
import { emptyCart, sumOf, useCart } from '../cart.ts';
import { money } from '../format.ts';
import { Coupons, QuoteSums, useQuote } from '../parts/coupons.tsx';
import { Notice } from '../parts/notice.tsx';
import { go, to } from '../router.ts';
import { identity, useShopper } from '../session.ts';
import type { Address } from '../types.ts';
import { w } from '../words.ts';

const parts = [
  'name',
  'phone',
  'country',
  'province',
  'city',
  'district',
  'street',
  'postcode',
] as const satisfies readonly (keyof Address)[];

const needed = new Set<string>(['name', 'phone', 'city', 'street']);
const completions: Readonly<Record<string, string>> = {
  name: 'name',
  phone: 'tel',
  country: 'country-name',
  province: 'address-level1',
  city: 'address-level2',
  district: 'address-level3',
  street: 'street-address',
  postcode: 'postal-code',
};

const AddressForm = ({ address }: { address: Address | null }) => (
  <fieldset class="address">
    <legend>{w().address}</legend>
    {parts.map((part) => (
      <label key={part} class={part}>
        {w().fields[part]}
        <input
          name={part}
          defaultValue={address?.[part] ?? ''}
          required={needed.has(part)}
          maxLength={part === 'street' ? 300 : part === 'postcode' ? 20 : 40}
          autoComplete={completions[part]}
        />
      </label>
    ))}
  </fieldset>
);

const addressOf = (form: FormData): Address =>
  Object.fromEntries(parts.map((part) => [part, `${form.get(part) ?? ''}`.trim()])) as Address;

/** Address, note, and the order. The same click twice is one order: the key is made once for this cart. */
export const CheckoutPage = () => {
  const shopper = useShopper();
  const cart = useCart();
  const key = useRef(crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const { quote, chosen, toggle, only } = useQuote(shopper ? cart : []);
  const currency = cart[0]?.currency;
  if (!shopper)
    return <Notice text={w().signInFirst} link={to('/sign-in')} linkText={w().signIn} />;
  if (!currency) return <Notice text={w().cartEmpty} link={to('/')} linkText={w().toShop} />;
  const place = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const note = `${form.get('note') ?? ''}`.trim();
    const items = cart.map(({ variantId, quantity }) => ({ variantId, quantity }));
    setBusy(true);
    try {
      const order = await call<typeof storefront.placeOrder>('POST', '/orders', {
        identity: await identity(),
        key: key.current,
        body: { items, couponIds: chosen, address: addressOf(form), ...(note && { note }) },
      });
      emptyCart();
      go(`/orders/${order.id}`);
    } catch (error) {
      key.current = crypto.randomUUID();
      setFault((error as Error).message);
    }
    setBusy(false);
  };
  return (
    <form class="narrow" onSubmit={place}>
      <h1>{w().checkout}</h1>
      <AddressForm address={shopper.address} />
      <label>
        {w().note}
        <textarea name="note" rows={2} maxLength={500} />
      </label>
      {quote ? (
        <>
          <Coupons quote={quote} onToggle={toggle} onOnly={only} />
          <QuoteSums quote={quote} />
        </>
      ) : (
        <p class="sum">
          {w().total} <b>{money(sumOf(cart), currency)}</b>
        </p>
      )}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" class="main" disabled={busy}>
        {w().place}
      </button>
    </form>
  );
};
