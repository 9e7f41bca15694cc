import type { conversations } from '@guitai/contract';
import { isView } from '../../features/conversations/views.rules.ts';
import { SavedStrip } from '../../features/search/SavedStrip.tsx';
import { useSavedViews } from '../../features/search/saved.ts';
import type { useInboxAddress } from './address.ts';

type Inbox = ReturnType<typeof useInboxAddress>;
type Saved = conversations.SavedViewShape;

/** Views the inbox can show, and the one that is chosen in the address. */
export function useSaved({ address }: Inbox) {
  const { data } = useSavedViews();
  const views = data?.items.filter(({ filter }) => isView(filter.view)) ?? [];
  return {
    views,
    chosen: views.find(({ id }) => id === address.savedId),
    known: data !== undefined,
  };
}

/** What the list is narrowed to: the chosen view's filters, or the shop alone. */
export function listFilterOf(
  { view, shopId, savedId }: Inbox['address'],
  { chosen, known }: ReturnType<typeof useSaved>,
) {
  if (!chosen) return { view, shopId, waits: savedId !== undefined && !known };
  const { view: _view, shopId: shop, ...more } = chosen.filter;
  return { view, shopId: shop, more };
}

/** SRCH-03: the saved views above the list of conversations. */
export function SavedFilter({
  inbox,
  saved,
}: {
  inbox: Inbox;
  saved: ReturnType<typeof useSaved>;
}) {
  const { address, savedHref } = inbox;
  if (saved.views.length === 0) return null;
  const hrefOf = (one: Saved | undefined) =>
    one && isView(one.filter.view) ? savedHref(one.filter.view, one.id) : savedHref(address.view);
  return <SavedStrip views={saved.views} current={address.savedId} hrefOf={hrefOf} />;
}
