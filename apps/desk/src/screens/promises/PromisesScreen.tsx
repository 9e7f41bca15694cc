import { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Link, useParams } from 'wouter';
import { PromiseCard } from '../../features/promises/PromiseCard.tsx';
import { PromiseRates } from '../../features/promises/PromiseRates.tsx';
import styles from '../../features/promises/promises.module.css';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useReply } from '../../lib/query.ts';
import { useRowKeys } from '../../lib/row-keys.ts';
import { useSelf } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { More } from '../../ui/More.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

const tabs = ['open', 'broken', 'settled'] as const;
type Tab = (typeof tabs)[number];

/** What the team promised to buyers: open ones by their time, broken ones, and how they were kept. */
export default function PromisesScreen() {
  const { t } = useLingui();
  const { promiseId } = useParams<{ promiseId?: string }>();
  const { member } = useSelf();
  const [filters, change] = useFilters(['tab', 'shop', 'who'] as const);
  const tab: Tab = tabs.find((one) => one === filters.tab) ?? 'open';
  useFresh(
    ['promise.'],
    [promises.listPromises, promises.getPromise, promises.getPromiseRates],
    500,
  );
  const words = {
    open: t({ message: 'Open', context: 'promise' }),
    broken: t({ message: 'Broken', context: 'promise' }),
    settled: t({ message: 'Settled', context: 'promise' }),
  };
  const wanted = {
    ...(filters.shop ? { shopId: filters.shop } : {}),
    ...(filters.who === 'me' ? { memberId: member.id } : {}),
  };
  const counts = useReply(promises.listPromises, { ...wanted, tab: 'open', limit: 1 }).data?.counts;
  return (
    <Page
      title={t`Promises`}
      lead={t`What was said to buyers with a clock: kept by what happens, warned of before it is broken.`}
    >
      {promiseId && <OnePromise promiseId={promiseId} />}
      <Tabs
        label={t`Promises`}
        value={tab}
        onChange={(next) => change({ tab: next })}
        tabs={tabs.map((value) => ({
          value,
          label: words[value],
          ...(value === 'settled' ? {} : { count: counts?.[value] }),
        }))}
      >
        <FilterSelect
          name={t`Whose`}
          value={filters.who}
          onChange={(who) => change({ who })}
          options={[{ value: 'me', label: t`Mine` }]}
        />
        <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
      </Tabs>
      <PromiseList tab={tab} wanted={wanted} />
      <PromiseRates shopId={filters.shop} />
    </Page>
  );
}

function PromiseList({
  tab,
  wanted,
}: {
  tab: Tab;
  wanted: { shopId?: string; memberId?: string };
}) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const pages = usePages(promises.listPromises, { ...wanted, tab, limit: 50 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={4} />;
  if (pages.items.length === 0)
    return (
      <Empty act={tab === 'open' && <Link href="/inbox">{t`To the chats`}</Link>}>
        {tab === 'open'
          ? t`No open promises. In a chat, Y turns what you said into one, with its time and what keeps it.`
          : t`Nothing here.`}
      </Empty>
    );
  return (
    <div ref={list} className={styles.list}>
      {pages.items.map((promise) => (
        <PromiseCard key={promise.id} promise={promise} />
      ))}
      <More pages={pages} look="plain" />
    </div>
  );
}

/** The one a notice leads to, above the list. */
function OnePromise({ promiseId }: { promiseId: string }) {
  const { t } = useLingui();
  const one = useReply(promises.getPromise, { promiseId });
  if (one.error?.code === 'promise.not_found')
    return <Empty>{t`There is no such promise, or it is not yours to see.`}</Empty>;
  if (!one.data) return one.error ? <Refusal refusal={one.error} /> : <Lines count={2} />;
  return <PromiseCard promise={one.data} />;
}
