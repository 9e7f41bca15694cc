import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { count } from '../../lib/format.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
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

/** So many are shown before somebody asks for more. */
const atFirst = 20;

/** Who would get what of the newest thousand, and why others not; nothing is done. Its key is the definition. */
export function Trial({ shopId, definition }: Props) {
  const { t } = useLingui();
  const [tried, setTried] = useState<Tried>();
  const [most, setMost] = useState(atFirst);
  const { run, refusal } = useAct(automation.tryRule, setTried);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each definition, see above
  useEffect(() => void run({ shopId, definition }), []);
  if (refusal) return <Refusal refusal={refusal} />;
  if (!tried) return <Lines count={4} />;
  const { looked, matched, rows } = tried;
  const shown = rows.slice(0, most);
  return (
    <section className={styles.trial} aria-live="polite">
      {looked === 0 ? (
        <Empty>{t`There is nothing to try it on yet.`}</Empty>
      ) : (
        <h3>
          <TrialSum looked={looked} matched={matched} />
        </h3>
      )}
      <ul>
        {shown.map((row) => (
          <li key={row.orderId ?? row.conversationId ?? ''} data-ok={row.matches || undefined}>
            <span>
              {row.buyerName} <small>{row.orderNumber}</small>
            </span>
            <WhatComes row={row} />
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button small look="plain" onClick={() => setMost(rows.length)}>
          {t`Show ${count(rows.length - shown.length)} more`}
        </Button>
      )}
      {rows.length === shown.length && matched > rows.length && (
        <p className={styles.soft}>
          {t`The other ${count(matched - rows.length)} that match are like these.`}
        </p>
      )}
    </section>
  );
}

/** How many would get it, said so that none, all and thousands read well. */
function TrialSum({ looked, matched }: Pick<Tried, 'looked' | 'matched'>) {
  const { t } = useLingui();
  const of = count(looked);
  if (matched === 0)
    return t`Nobody would get anything: of the newest ${of} none matches as it stands now.`;
  if (matched === looked && looked > 1) return t`All of the newest ${of} match as they stand now.`;
  return t`Of the newest ${of}, ${count(matched)} would match now.`;
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
