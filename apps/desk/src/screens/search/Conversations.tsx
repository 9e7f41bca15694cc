import { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { FindRow } from '../../features/search/FindRow.tsx';
import { findsOf } from '../../features/search/finds.ts';
import { SavedViews } from '../../features/search/SavedViews.tsx';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ConversationFilters } from './ConversationFilters.tsx';
import styles from './SearchScreen.module.css';

/** Names of the filters of conversations in the address. */
export const conversationFilterNames = ['view', 'shop', 'holder', 'tag', 'order', 'since'] as const;
type Name = (typeof conversationFilterNames)[number];
type Filters = Readonly<Partial<Record<Name, string>>>;
type Filter = conversations.SavedViewShape['filter'];

const filterOf = ({ view = 'all', shop, holder, tag, order, since }: Filters): Filter => ({
  view: view as Filter['view'],
  ...(shop ? { shopId: shop } : {}),
  ...(holder ? { assigneeId: holder } : {}),
  ...(tag ? { tag } : {}),
  ...(order ? { orderStatus: order } : {}),
  ...(since ? { since: new Date(since).toISOString() } : {}),
});

const filtersOf = (filter: Filter): Record<Name, string | undefined> => ({
  view: filter.view,
  shop: filter.shopId,
  holder: filter.assigneeId,
  tag: filter.tag,
  order: filter.orderStatus,
  since: filter.since?.slice(0, 10),
});

interface Props {
  readonly filters: Filters;
  readonly onChange: (change: Partial<Record<Name, string | undefined>>) => void;
}

/** SRCH-03: conversations by colleague, tag, time, order state, all at once; kept under a name. */
export function Conversations({ filters, onChange }: Props) {
  const { t } = useLingui();
  const filter = filterOf(filters);
  const pages = usePages(conversations.listConversations, { ...filter, limit: 40 });
  useFresh(['conversation.', 'message.posted'], [conversations.listConversations], 3_000);
  const none = { buyers: [], messages: [], orders: [], products: [], knowledge: [], scripts: [] };
  const finds = findsOf({ ...none, conversations: [...(pages.items ?? [])] });
  return (
    <section aria-label={t`Conversations`} className={styles.group}>
      <SavedViews filter={filter} onOpen={(saved) => onChange(filtersOf(saved))} />
      <ConversationFilters filters={filters} onChange={onChange} />
      <Refusal refusal={pages.error} />
      {finds.map((find) => (
        <FindRow key={find.id} find={find} />
      ))}
      {pages.items?.length === 0 && <Empty>{t`No conversation fits.`}</Empty>}
      <More pages={pages} look="plain" />
    </section>
  );
}
