import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Filters, useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { MainRows } from '../../ui/Rows.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FollowupRow } from './FollowupRow.tsx';
import { reasonNames, reasons } from './followup.words.ts';
import styles from './followups.module.css';
import { LookNow } from './LookNow.tsx';
import type { PageSlots } from './slots.ts';

const names = ['shop', 'reason', 'assignee'] as const;

/** What the address narrows the lists to. */
export function narrowedBy(filters: Filters<(typeof names)[number]>) {
  const reason = reasons.find((one) => one === filters.reason);
  return {
    ...(filters.shop ? { shopId: filters.shop } : {}),
    ...(reason ? { reason } : {}),
    ...(filters.assignee ? { assignee: filters.assignee } : {}),
  };
}

/** Buyers to come back to of one stage; several can be chosen and treated alike. */
export function FollowupList({ tab, ...slots }: PageSlots & { tab: followups.FollowupTabWord }) {
  const { t, i18n } = useLingui();
  const [filters, change] = useFilters(names);
  const narrow = narrowedBy(filters);
  useFresh(['followup.'], [followups.listFollowups], 700);
  const pages = usePages(followups.listFollowups, { tab, limit: 50, ...narrow });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const items = pages.items ?? [];
  const mine = items.filter(({ id }) => chosen.has(id));
  const filtered = Object.keys(narrow).length > 0;
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <section aria-label={t`Buyers to come back to`}>
      <div className={styles.bar}>
        <ShopFilter value={filters.shop} onChange={(next) => change({ shop: next })} />
        <FilterSelect
          name={t({ message: 'Reason', context: 'followup' })}
          value={narrow.reason}
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
        <LookNow shopId={filters.shop} />
      </div>
      {mine.length > 0 && <BulkBar {...slots} items={mine} onDone={() => setChosen(new Set())} />}
      <Refusal refusal={pages.error} />
      {!pages.items && !pages.error && <Lines count={6} />}
      {pages.items?.length === 0 &&
        (filtered ? (
          <Empty
            act={
              <Button
                onClick={() => change({ shop: undefined, reason: undefined, assignee: undefined })}
              >
                {t`Show all`}
              </Button>
            }
          >
            {t`Nobody fits these filters.`}
          </Empty>
        ) : (
          <Nothing tab={tab} />
        ))}
      <MainRows label={t`Buyers to come back to`}>
        {items.map((item) => (
          <FollowupRow
            key={item.id}
            {...slots}
            item={item}
            chosen={chosen.has(item.id)}
            onChoose={() => toggle(item.id)}
          />
        ))}
      </MainRows>
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
  return (
    <Empty act={tab !== 'over' && may && <Link href="/inbox">{t`To the chats`}</Link>}>
      {words[tab]}
    </Empty>
  );
}
