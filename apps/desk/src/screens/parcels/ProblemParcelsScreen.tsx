import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemList } from '../../features/parcels/ProblemList.tsx';
import { causeNames, causeWords } from '../../features/parcels/parcel.words.ts';
import styles from '../../features/parcels/parcels.module.css';
import { WriteToBuyers } from '../../features/parcels/WriteToBuyers.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** Parcels that stand still, come back or cannot be delivered, over all shops. */
export default function ProblemParcelsScreen() {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
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
    <main className={styles.page}>
      <PageHead
        title={t`Problem parcels`}
        lead={t`Each stands here once, with a task; it leaves by itself when the parcel moves.`}
      />
      <div className={styles.bar} role="tablist" aria-label={t`Problem parcels`}>
        {(['open', 'closed'] as const).map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === state}
            onClick={() => {
              setMarked(new Set());
              change({ state: one === 'open' ? undefined : one });
            }}
          >
            {one === 'open'
              ? t({ message: 'Open', context: 'parcel' })
              : t({ message: 'Over', context: 'parcel' })}
            {one === 'open' && total > 0 && <small>{total}</small>}
          </button>
        ))}
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
        {shops.length > 1 && (
          <FilterSelect
            name={t`Shop`}
            value={filters.shop}
            onChange={(shop) => change({ shop })}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      {mayWrite && <WriteToBuyers problemIds={[...marked]} onDone={() => setMarked(new Set())} />}
      <ProblemList
        state={state}
        cause={cause}
        shopId={filters.shop}
        marked={marked}
        onMark={toggle}
      />
    </main>
  );
}
