import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isView, type View } from '../../features/conversations/views.rules.ts';

/** What can stand beside the chat, in the order of its tabs. */
export const panels = [
  'orders',
  'products',
  'knowledge',
  'offers',
  'promises',
  'tasks',
  'reviews',
] as const;
export type Panel = (typeof panels)[number];

/** What is open in the inbox, as its address says. */
interface InboxAddress {
  readonly view: View;
  readonly conversationId: string | undefined;
  readonly shopId: string | undefined;
  readonly panel: Panel;
  /** The side is asked for: on narrow screens it lies over the chat. */
  readonly sideOpen: boolean;
  /** The order in hand, by id. */
  readonly orderId: string | undefined;
  /** The saved view that narrows the list, by id. */
  readonly savedId: string | undefined;
  /** Number of the message one was led to. */
  readonly message: number | undefined;
}

const kept = 'guitai.view';

/** Reads the address and gives ways to change a part of it; what belongs to one buyer does not follow to the next. */
export function useInboxAddress(params: { view?: string; conversationId?: string }) {
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const remembered = localStorage.getItem(kept) ?? undefined;
  const view = isView(params.view) ? params.view : isView(remembered) ? remembered : 'queue';
  const panelText = search.get('panel');
  const address: InboxAddress = {
    view,
    conversationId: params.conversationId,
    shopId: search.get('shop') ?? undefined,
    panel: panels.find((one) => one === panelText) ?? 'orders',
    sideOpen: panelText !== null,
    orderId: search.get('order') ?? undefined,
    savedId: search.get('saved') ?? undefined,
    message: Number(search.get('message')) || undefined,
  };
  const hrefOf = (toView: View, conversationId?: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      ...(address.shopId ? { shop: address.shopId } : {}),
      ...(address.savedId && toView === view ? { saved: address.savedId } : {}),
      ...more,
    });
    const text = query.size > 0 ? `?${query}` : '';
    return `/inbox/${toView}${conversationId ? `/${conversationId}` : ''}${text}`;
  };
  const open = (conversationId: string | undefined, toView: View = view) =>
    go(hrefOf(toView, conversationId, address.panel === 'orders' ? {} : { panel: address.panel }));
  const side = (panel: Panel | undefined, orderId?: string) =>
    go(
      hrefOf(view, params.conversationId, {
        ...(panel ? { panel } : {}),
        ...(orderId ? { order: orderId } : {}),
        ...(address.message ? { message: String(address.message) } : {}),
      }),
      { replace: true },
    );
  const newest = () => {
    search.delete('message');
    go(`${hrefOf(view, params.conversationId, Object.fromEntries(search))}`, { replace: true });
  };
  const savedHref = (toView: View, savedId?: string) =>
    `/inbox/${toView}${params.conversationId ? `/${params.conversationId}` : ''}${savedId ? `?saved=${savedId}` : ''}`;
  const shop = (shopId: string | undefined) =>
    go(`/inbox/${view}${shopId ? `?shop=${shopId}` : ''}`, { replace: true });
  useEffect(() => localStorage.setItem(kept, view), [view]);
  return { address, hrefOf, open, side, shop, savedHref, newest };
}
