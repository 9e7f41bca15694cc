import { conversations, workbench } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { FindRow } from '../../features/search/FindRow.tsx';
import { type Find, findsOf } from '../../features/search/finds.ts';
import { type Kind, kinds, kindWords } from '../../features/search/search.words.ts';
import { useFilters } from '../../lib/filters.ts';
import { usePages } from '../../lib/pages.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { Conversations, conversationFilterNames } from './Conversations.tsx';
import styles from './SearchScreen.module.css';

const names = ['q', 'kind', 'author', ...conversationFilterNames] as const;

/** SRCH-02: everything by what was typed, kind by kind; one kind alone with its own filters, page after page. */
export default function SearchScreen() {
  const { t, i18n } = useLingui();
  const [filters, change] = useFilters(names);
  const field = useRef<HTMLInputElement>(null);
  const q = filters.q ?? '';
  useEffect(() => field.current?.focus(), []);
  const limit = filters.kind ? 20 : 5;
  const found = useReply(
    workbench.searchEverything,
    { q, limit, ...(filters.shop ? { shopId: filters.shop } : {}) },
    { when: q !== '', keepPrevious: true },
  );
  const finds = q && found.data ? findsOf(found.data) : [];
  const shown = kinds.filter((kind) => !filters.kind || filters.kind === kind);
  return (
    <Page title={t`Search`}>
      <div className={styles.filters}>
        <SearchBox
          field={field}
          value={q}
          onSearch={(next) => change({ q: next || undefined })}
          placeholder={t`Words, numbers, names, pinyin`}
        />
        <FilterSelect
          name={t`Kind`}
          value={filters.kind}
          onChange={(kind) => change({ kind })}
          options={kinds.map((kind) => ({ value: kind, label: i18n._(kindWords[kind]) }))}
        />
        <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
        {filters.kind === 'messages' && (
          <>
            <FilterSelect
              name={t`Said by`}
              value={filters.author}
              onChange={(author) => change({ author })}
              options={[
                { value: 'buyer', label: t`Buyers` },
                { value: 'member', label: t`The team` },
              ]}
            />
            <input
              type="date"
              aria-label={t`Since`}
              value={filters.since ?? ''}
              onChange={({ target }) => change({ since: target.value || undefined })}
            />
          </>
        )}
      </div>
      <Refusal refusal={found.error} />
      {q === '' && filters.kind === 'conversations' && (
        <Conversations filters={filters} onChange={change} />
      )}
      {q === '' && filters.kind !== 'conversations' && (
        <Empty>{t`Buyers, conversations, messages, orders, products, knowledge and scripts of all your shops are found here.`}</Empty>
      )}
      {q !== '' &&
        shown.map((kind) =>
          kind === 'messages' && filters.kind === 'messages' ? (
            <Messages
              key={kind}
              q={q}
              shopId={filters.shop}
              author={filters.author}
              since={filters.since}
            />
          ) : (
            <Group
              key={kind}
              kind={kind}
              finds={finds.filter((find) => find.kind === kind)}
              all={filters.kind === kind}
              onAll={() => change({ kind })}
            />
          ),
        )}
      {q !== '' && found.data && finds.length === 0 && filters.kind !== 'messages' && (
        <Empty>{t`Nothing is found by these words.`}</Empty>
      )}
    </Page>
  );
}

function Group({
  kind,
  finds,
  all,
  onAll,
}: {
  kind: Kind;
  finds: readonly Find[];
  all: boolean;
  onAll: () => void;
}) {
  const { i18n } = useLingui();
  if (finds.length === 0) return null;
  const name = i18n._(kindWords[kind]);
  return (
    <section aria-label={name} className={styles.group}>
      <h2>
        {name}
        {!all && finds.length >= 5 && (
          <Button small look="plain" onClick={onAll}>
            <Trans>More</Trans>
          </Button>
        )}
      </h2>
      {finds.map((find) => (
        <FindRow key={find.id} find={find} />
      ))}
    </section>
  );
}

interface MessagesProps {
  readonly q: string;
  readonly shopId: string | undefined;
  readonly author: string | undefined;
  readonly since: string | undefined;
}

function Messages({ q, shopId, author, since }: MessagesProps) {
  const { t } = useLingui();
  const pages = usePages(conversations.searchMessages, {
    q,
    ...(shopId ? { shopId } : {}),
    ...(author ? { author: author as 'buyer' } : {}),
    ...(since ? { since: new Date(since).toISOString() } : {}),
    limit: 40,
  });
  const none = {
    buyers: [],
    conversations: [],
    orders: [],
    products: [],
    knowledge: [],
    scripts: [],
  };
  const finds = findsOf({ ...none, messages: [...(pages.items ?? [])] });
  return (
    <section aria-label={t`Messages`} className={styles.group}>
      <Refusal refusal={pages.error} />
      {finds.map((find) => (
        <FindRow key={find.id} find={find} />
      ))}
      {pages.items?.length === 0 && <Empty>{t`Nothing is found by these words.`}</Empty>}
      {!pages.atEnd && (
        <Button look="plain" busy={pages.busy} onClick={pages.more}>
          <Trans>More</Trans>
        </Button>
      )}
    </section>
  );
}
