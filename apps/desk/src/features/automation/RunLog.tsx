import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { PagedRows } from '../../ui/PagedRows.tsx';
import { Row } from '../../ui/Rows.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { When } from '../../ui/When.tsx';
import { type Tone, Word } from '../../ui/Word.tsx';
import styles from './automation.module.css';
import { actionWords, runWords, whyWords } from './rule.words.ts';

const tones: Readonly<Record<automation.RunStateWord, Tone>> = {
  planned: 'plain',
  done: 'good',
  not_matched: 'quiet',
  skipped: 'quiet',
  failed: 'late',
};

/** What rules did in the last ninety days, with search by order number and buyer. */
export function RunLog({ shopId }: { shopId: string }) {
  const { t, i18n } = useLingui();
  const [q, setQ] = useState('');
  const [state, setState] = useState<string>();
  const pages = usePages(automation.listRuleRuns, {
    shopId,
    limit: 50,
    ...(q ? { q } : {}),
    ...(state ? { state: state as automation.RunStateWord } : {}),
  });
  const states = Object.keys(runWords) as automation.RunStateWord[];
  return (
    <section aria-label={t`What rules did`}>
      <div className={styles.filters}>
        <SearchBox value={q} onSearch={setQ} placeholder={t`Order number or buyer`} />
        <FilterSelect
          name={t({ message: 'State', context: 'run' })}
          value={state}
          onChange={setState}
          width={132}
          options={states.map((value) => ({ value, label: i18n._(runWords[value]) }))}
        />
      </div>
      <PagedRows
        pages={pages}
        label={t`What rules did`}
        empty={
          <Empty>{t`What rules do is kept here for 90 days: which rule, for whom, what came of it.`}</Empty>
        }
      >
        {(run) => <RunRow key={run.id} run={run} />}
      </PagedRows>
    </section>
  );
}

function RunRow({ run }: { run: automation.RuleRunShape }) {
  const { t, i18n } = useLingui();
  const why = run.why ? whyWords[run.why] : undefined;
  const acts = run.actions
    .filter(({ result }) => result === 'done')
    .map(({ do: kind, variant }) =>
      [i18n._(actionWords[kind as keyof typeof actionWords]), variant].filter(Boolean).join(' '),
    );
  return (
    <Row
      quiet={run.state === 'not_matched' || run.state === 'skipped'}
      title={
        <>
          {run.ruleName} <small className={styles.soft}>{t`version ${run.version}`}</small>
        </>
      }
      sub={
        <>
          {run.buyerName}{' '}
          {run.orderId && <Link href={`/orders/${run.orderId}`}>{run.orderNumber}</Link>}
          {run.conversationId && (
            <Link href={`/inbox/all/${run.conversationId}`}>
              {t({ message: 'chat', context: 'rule' })}
            </Link>
          )}
          {acts.length > 0 && ` · ${acts.join(', ')}`}
          {run.why && ` · ${why ? i18n._(why) : run.why}`}
        </>
      }
      facts={
        <>
          <When at={run.decidedAt ?? run.dueAt} form="ago" />
          <Word tone={tones[run.state]}>{i18n._(runWords[run.state])}</Word>
        </>
      }
    />
  );
}
