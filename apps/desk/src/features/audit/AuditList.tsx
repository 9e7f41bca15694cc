import { audit, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { Filters } from '../../lib/filters.ts';
import { dayName } from '../../lib/format.ts';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './AuditList.module.css';
import { AuditRow } from './AuditRow.tsx';

export type Entry = ReplyOf<typeof audit.listAuditEntries>['items'][number];

/** Names of the filters in the address of the audit page. */
export const auditFilterNames = ['who', 'what', 'about', 'outcome', 'since', 'until'] as const;

export type AuditFilters = Filters<(typeof auditFilterNames)[number]>;

/** Who did what, newest first, a day at a time. */
export function AuditList({
  filters,
  names,
}: {
  filters: AuditFilters;
  /** Names of members by id, for what an act was done to. */
  names: ReadonlyMap<string, string>;
}) {
  const { t } = useLingui();
  const pages = usePages(audit.listAuditEntries, { ...queryOf(filters), limit: 50 });
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && pages.more(), {
      rootMargin: '600px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  });
  if (pages.error && !pages.items) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={8} height={44} />;
  if (pages.items.length === 0) return <Empty>{t`Nothing on record fits these filters.`}</Empty>;
  const days = Map.groupBy(pages.items, ({ at }) => dayName(at));
  return (
    <div aria-busy={pages.busy}>
      {[...days].map(([day, entries]) => (
        <section key={day} className={styles.day}>
          <h2>{day}</h2>
          <ul>
            {entries.map((entry) => (
              <AuditRow key={entry.seq} entry={entry} names={names} />
            ))}
          </ul>
        </section>
      ))}
      <div ref={end} />
      <Refusal refusal={pages.error} />
      {!pages.atEnd && (
        <Button look="plain" busy={pages.busy} onClick={pages.more}>
          {t`Earlier ones`}
        </Button>
      )}
    </div>
  );
}

const queryOf = ({ who, what, about, outcome, since, until }: AuditFilters) => ({
  ...(who ? { actorId: who } : {}),
  ...(what ? { action: what } : {}),
  ...(about ? { subjectId: about } : {}),
  ...(outcome ? { outcome: outcome as 'done' | 'refused' } : {}),
  ...(since ? { since: startOf(since, 0) } : {}),
  ...(until ? { until: startOf(until, 1) } : {}),
});

/** Midnight at the reader's place, at the beginning of a day or so many days after it. */
const startOf = (day: string, later: number): string => {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
};
