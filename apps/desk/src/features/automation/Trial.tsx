import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './automation.module.css';
import { actionWords, factWords, whyWords } from './rule.words.ts';

interface Props {
  readonly shopId: string;
  readonly definition: automation.RuleDefinition;
}

interface Tried {
  readonly looked: number;
  readonly matched: number;
  readonly rows: readonly automation.TrialRowShape[];
}

/** Who would get what of the newest thousand, and why others not; nothing is done. Its key is the definition. */
export function Trial({ shopId, definition }: Props) {
  const { t } = useLingui();
  const [tried, setTried] = useState<Tried>();
  const { run, refusal } = useAct(automation.tryRule, setTried);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each definition, see above
  useEffect(() => void run({ shopId, definition }), []);
  if (refusal) return <Refusal refusal={refusal} />;
  if (!tried) return <Lines count={4} />;
  const { looked, matched, rows } = tried;
  return (
    <section className={styles.trial} aria-live="polite">
      <h3>{t`Of the newest ${looked}, ${matched} would match as they stand now.`}</h3>
      {looked === 0 && <Empty>{t`There is nothing to try it on yet.`}</Empty>}
      <ul>
        {rows.map((row) => (
          <li key={row.orderId ?? row.conversationId ?? ''} data-ok={row.matches || undefined}>
            <span>
              {row.buyerName} <small>{row.orderNumber}</small>
            </span>
            <WhatComes row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhatComes({ row }: { row: automation.TrialRowShape }) {
  const { t, i18n } = useLingui();
  if (!row.matches) {
    const why = row.failing
      .map(({ fact, found }) => `${i18n._(factWords[fact])}: ${found || '–'}`)
      .join(', ');
    return <p>{t`would not match: ${why}`}</p>;
  }
  return (
    <>
      {row.actions.map((action, n) => {
        const word = whyWords[action.detail];
        const refused = action.result === 'refused';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other name than its place
          <p key={n} data-refused={refused || undefined}>
            {i18n._(actionWords[action.do as keyof typeof actionWords])}
            {action.variant && ` ${action.variant}`}: {word ? i18n._(word) : action.detail}
          </p>
        );
      })}
    </>
  );
}
