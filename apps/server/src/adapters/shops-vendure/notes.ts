import { isTrouble } from '../../modules/connectors/ports.ts';
import { marked, markOf } from '../shops-http/records.ts';
import * as queries from './queries.ts';
import type { Send } from './session.ts';
import { refusedBy, type Way, type WriteOf } from './way.ts';

interface History {
  readonly order: {
    readonly history: {
      readonly items: readonly { readonly id: string; readonly data: Record<string, unknown> }[];
    };
  } | null;
}

/** Entries of the order's history that carry our mark. */
export async function markedHistory(send: Send, id: string, type: string, key: string) {
  const told = await send<History>(queries.history, { id, type });
  if (isTrouble(told)) return told;
  const mark = markOf(key);
  return (told.order?.history.items ?? []).filter(({ data }) =>
    JSON.stringify(data).includes(mark),
  );
}

/** A note for the shop's own people, never for the buyer. */
export const note: Way<WriteOf<'note'>> = {
  async find({ send, order, key }) {
    const found = await markedHistory(send, order.id, 'ORDER_NOTE', key);
    if (isTrouble(found)) return found;
    return found[0] ? { reference: found[0].id } : null;
  },
  async apply({ send, order, what, key }) {
    const input = { id: order.id, note: marked(what.text, key), isPublic: false };
    const told = await send<object>(queries.addNote, { input });
    return isTrouble(told) ? told : null;
  },
};

interface Coupons {
  readonly promotions: { readonly items: readonly { readonly couponCode: string }[] };
}

const codeOf = (key: string): string => `GT${key.replaceAll('-', '').slice(-12).toUpperCase()}`;

/** A code good for one use; nobody but the buyer learns it. */
export const coupon: Way<WriteOf<'coupon'>> = {
  async find({ send, key }) {
    const told = await send<Coupons>(queries.findCoupon, { code: codeOf(key) });
    if (isTrouble(told)) return told;
    return told.promotions.items[0] ? { reference: codeOf(key) } : null;
  },
  async apply({ send, what, key }) {
    const input = {
      enabled: true,
      couponCode: codeOf(key),
      usageLimit: 1,
      perCustomerUsageLimit: 1,
      ...(what.endsAt ? { endsAt: what.endsAt } : {}),
      conditions: [],
      actions: [
        {
          code: 'order_fixed_discount',
          arguments: [{ name: 'discount', value: String(what.amountMinor) }],
        },
      ],
      translations: [{ languageCode: 'en', name: what.name, description: '' }],
    };
    const told = await send<object>(queries.createCoupon, { input });
    return isTrouble(told) ? told : refusedBy(told);
  },
};
