import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemList } from '../../features/parcels/ProblemList.tsx';
import { causeNames, causeWords } from '../../features/parcels/parcel.words.ts';
import { WriteToBuyers } from '../../features/parcels/WriteToBuyers.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Page } from '../../ui/Page.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { OrderTabs } from '../orders/OrderTabs.tsx';

/** Parcels that stand still, come back or cannot be delivered, over all shops. */
export default function ProblemParcelsScreen() {
  const { t, i18n } = useLingui();
  const mayWrite = useMay('conversations.reply');
  const [filters, change] = useFilters(['cause', 'shop', 'state'] as const);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  useFresh(['parcel.'], [parcels.listProblemParcels], 600);
  const state = filters.state === 'closed' ? 'closed' : 'open';
  const cause = causeNames.find((one) => one === filters.cause);
  const counts =
    useReply(parcels.listProblemParcels, {
      limit: 1,
      ...(filters.shop ? { shopId: filters.shop } : {}),
    }).data?.counts ?? {};
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  return (
    <Page
      title={t`Problem parcels`}
      tabs={<OrderTabs at="parcels" />}
      lead={t`Each stands here once, with a task; it leaves by itself when the parcel moves.`}
    >
      <Tabs
        label={t`Problem parcels`}
        value={state}
        onChange={(next) => {
          setMarked(new Set());
          change({ state: next === 'open' ? undefined : next });
        }}
        tabs={[
          { value: 'open', label: t({ message: 'Open', context: 'parcel' }), count: total },
          { value: 'closed', label: t({ message: 'Over', context: 'parcel' }) },
        ]}
      >
        <FilterSelect
          name={t`What is wrong`}
          width={168}
          value={cause}
          onChange={(value) => change({ cause: value })}
          options={causeNames.map((value) => ({
            value,
            label: counts[value]
              ? `${i18n._(causeWords[value])} ${counts[value]}`
              : i18n._(causeWords[value]),
          }))}
        />
        <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
      </Tabs>
      {mayWrite && <WriteToBuyers problemIds={[...marked]} onDone={() => setMarked(new Set())} />}
      <ProblemList
        state={state}
        cause={cause}
        shopId={filters.shop}
        marked={marked}
        onMark={toggle}
      />
    </Page>
  );
}
