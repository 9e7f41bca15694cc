import type { ReplyOf, storefront } from '@guitai/contract';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../api.ts';
import type { CartLine } from '../cart.ts';
import { money } from '../format.ts';
import { identity } from '../session.ts';
import { w } from '../words.ts';

export type Quote = ReplyOf<typeof storefront.quoteCart>;

const ask = async (cart: readonly CartLine[], couponIds: readonly string[] | null) =>
  call<typeof storefront.quoteCart>('POST', '/quotes', {
    identity: await identity(),
    body: {
      items: cart.map(({ variantId, quantity }) => ({ variantId, quantity })),
      ...(couponIds && { couponIds }),
    },
  });

/** What the cart costs by the server; the best coupons are chosen until the shopper chooses others. */
export const useQuote = (cart: readonly CartLine[]) => {
  const [quote, setQuote] = useState<Quote | null>(null);
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const key = cart.map((line) => `${line.variantId} ${line.quantity}`).join();
  useEffect(() => {
    let current = true;
    if (cart.length > 0)
      ask(cart, wanted).then(
        (reply) => current && setQuote(reply),
        // The order itself says what is wrong with the cart.
        () => current && setQuote(null),
      );
    return () => {
      current = false;
    };
  }, [key, wanted]);
  const chosen = quote?.coupons.filter((one) => one.chosen).map((one) => one.id) ?? [];
  const toggle = (id: string) =>
    setWanted(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const only = (id: string) => setWanted([id]);
  return { quote, chosen, toggle, only };
};

interface Props {
  readonly quote: Quote;
  readonly onToggle: (id: string) => void;
  readonly onOnly: (id: string) => void;
}

/** The shopper's coupons on this cart: what each takes off, or why it does not fit. */
export const Coupons = ({ quote, onToggle, onOnly }: Props) =>
  quote.coupons.length === 0 ? null : (
    <fieldset class="coupons">
      <legend>{w().coupons}</legend>
      {quote.coupons.map((one) => {
        const usable = one.chosen || one.why === null || one.why === 'beside_other';
        return (
          <label key={one.id} class={usable ? '' : 'unfit'}>
            <input
              type="checkbox"
              checked={one.chosen}
              disabled={!usable}
              onChange={() => (one.why === 'beside_other' ? onOnly(one.id) : onToggle(one.id))}
            />
            <span>{one.title}</span>
            <b>
              {usable
                ? money(-one.savesMinor, quote.currency)
                : (w().couponWhy[one.why as keyof ReturnType<typeof w>['couponWhy']] ?? '')}
            </b>
          </label>
        );
      })}
    </fieldset>
  );

/** What the cart comes to, line by line. */
export const QuoteSums = ({ quote }: { quote: Quote }) => {
  const { itemsMinor, discountMinor, postageMinor, totalMinor, currency } = quote;
  return (
    <dl class="sums">
      <div>
        <dt>{w().goods}</dt>
        <dd>{money(itemsMinor, currency)}</dd>
      </div>
      {discountMinor > 0 && (
        <div>
          <dt>{w().coupons}</dt>
          <dd>{money(-discountMinor, currency)}</dd>
        </div>
      )}
      <div>
        <dt>{w().postage}</dt>
        <dd>{money(postageMinor, currency)}</dd>
      </div>
      <div class="total">
        <dt>{w().total}</dt>
        <dd data-total={totalMinor}>{money(totalMinor, currency)}</dd>
      </div>
    </dl>
  );
};
