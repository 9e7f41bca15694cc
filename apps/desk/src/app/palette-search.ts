import { buyers, orders } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Command } from '../lib/keys.ts';
import { useReply } from '../lib/query.ts';
import { useMay } from '../lib/session.tsx';

const pause = 180;

/** What the server knows by these words: orders by number or parcel, buyers by name or phone. */
export function useServerFinds(query: string): readonly Command[] {
  const [, go] = useLocation();
  const q = useSettled(query.trim());
  const asked = q.length >= 2;
  const mayOrders = useMay('orders.read');
  const mayBuyers = useMay('buyers.read');
  const found = {
    orders: useReply(orders.listOrders, { q, limit: 5 }, { when: asked && mayOrders }),
    buyers: useReply(buyers.listBuyers, { q, limit: 5 }, { when: asked && mayBuyers }),
  };
  if (!asked) return [];
  return [
    ...(found.orders.data?.items ?? []).map(
      ({ id, number, firstTitle }): Command => ({
        id: `order ${id}`,
        name: `#${number} ${firstTitle}`,
        group: msg({ message: 'Orders', context: 'rail' }),
        run: () => go(`/orders/${id}`),
      }),
    ),
    ...(found.buyers.data?.items ?? [])
      .filter(({ name }) => name)
      .map(
        ({ id, name, phone }): Command => ({
          id: `profile ${id}`,
          name,
          group: phone ?? msg({ message: 'Buyers', context: 'rail' }),
          run: () => go(`/buyers/${id}`),
        }),
      ),
  ];
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
