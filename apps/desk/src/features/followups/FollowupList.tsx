import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FollowupRow } from './FollowupRow.tsx';
import { reasonNames, reasons, tabNames } from './followup.words.ts';
import styles from './followups.module.css';
import { LookNow } from './LookNow.tsx';
import type { PageSlots } from './slots.ts';

const tabs = ['due', 'planned', 'underway', 'wishes', 'over'] as const;

/** Buyers to come back to, a tab for each stage; several can be chosen and treated alike. */
export function FollowupList({ shopId, ...slots }: PageSlots & { shopId: string | undefined }) {
  const { t, i18n } = useLingui();
  const [filters, change] = useFilters(['tab', 'reason', 'assignee']);
  const tab = tabs.find((one) => one === filters.tab) ?? 'due';
  const reason = reasons.find((one) => one === filters.reason);
  const narrow = {
    ...(shopId ? { shopId } : {}),
    ...(reason ? { reason } : {}),
    ...(filters.assignee ? { assignee: filters.assignee } : {}),
  };
  useFresh(['followup.'], [followups.listFollowups], 700);
  const pages = usePages(followups.listFollowups, { tab, limit: 50, ...narrow });
  const first = useReply(followups.listFollowups, { tab, limit: 1, ...narrow });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const items = pages.items ?? [];
  const mine = items.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <section aria-label={t`Buyers to come back to`}>
      <Tabs
        label={t({ message: 'Stage', context: 'followup' })}
        value={tab}
        tabs={tabs.map((value) => ({
          value,
          label: i18n._(tabNames[value]),
          count: value === 'over' ? undefined : first.data?.counts[value],
        }))}
        onChange={(next) => {
          setChosen(new Set());
          change({ tab: next });
        }}
      />
      <div className={styles.bar}>
        <FilterSelect
          name={t({ message: 'Reason', context: 'followup' })}
          value={reason}
          onChange={(next) => change({ reason: next })}
          options={reasons
            .filter((value) => value !== 'greeting')
            .map((value) => ({ value, label: i18n._(reasonNames[value]) }))}
        />
        <FilterSelect
          name={t`Responsible`}
          value={filters.assignee}
          onChange={(next) => change({ assignee: next })}
          options={[
            { value: 'nobody', label: t({ message: 'Nobody', context: 'followup' }) },
            ...slots.people,
          ]}
        />
        {shopId !== undefined || <LookNow />}
      </div>
      {mine.length > 0 && <BulkBar {...slots} items={mine} onDone={() => setChosen(new Set())} />}
      <Refusal refusal={pages.error} />
      {!pages.items && !pages.error && <Lines count={6} />}
      {pages.items?.length === 0 && <Nothing tab={tab} />}
      <Rows label={t`Buyers to come back to`}>
        {items.map((item) => (
          <FollowupRow
            key={item.id}
            {...slots}
            item={item}
            chosen={chosen.has(item.id)}
            onChoose={() => toggle(item.id)}
          />
        ))}
      </Rows>
      {pages.items && !pages.atEnd && (
        <Button busy={pages.busy} onClick={pages.more}>{t`More`}</Button>
      )}
    </section>
  );
}

function Nothing({ tab }: { tab: followups.FollowupTabWord }) {
  const { t } = useLingui();
  const may = useMay('followups.work');
  const words = {
    due: t`Nobody waits to be contacted. Lists fill themselves every quarter of an hour.`,
    planned: t`Nothing is planned for later.`,
    underway: t`Nobody is being talked to.`,
    wishes: may
      ? t`Nobody waits to be told. Note it at a product beside the chat: “tell me when it is back”.`
      : t`Nobody waits to be told.`,
    over: t`Nothing is over yet.`,
  };
  return <Empty>{words[tab]}</Empty>;
}
