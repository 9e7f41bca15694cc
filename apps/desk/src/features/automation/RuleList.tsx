import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './automation.module.css';
import { RuleRow } from './RuleRow.tsx';
import { moved } from './rule.rules.ts';

interface Props {
  readonly shopId: string;
  readonly rules: readonly automation.Rule[];
}

/** Rules in the order they run; moved by dragging, or with Alt and an arrow key. */
export function RuleList({ shopId, rules }: Props) {
  const { t } = useLingui();
  const [held, setHeld] = useState<number>();
  const [order, setOrder] = useState<readonly string[]>();
  const move = useAct(automation.moveRules, () => {
    refresh(automation.listRules);
    setOrder(undefined);
  });
  const shown = order ? order.flatMap((id) => rules.find((rule) => rule.id === id) ?? []) : rules;
  const put = (from: number, to: number) => {
    if (from === to || to < 0 || to >= shown.length) return;
    const ruleIds = moved(
      shown.map(({ id }) => id),
      from,
      to,
    );
    setOrder(ruleIds);
    void move.run({ shopId, ruleIds });
  };
  return (
    <>
      <Refusal refusal={move.refusal} onClose={move.reset} />
      <ol className={styles.rules} aria-label={t`Rules, in the order they run`}>
        {shown.map((rule, n) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={n}
            isLast={n === shown.length - 1}
            onMove={(to) => put(n, to)}
            onHold={() => setHeld(n)}
            onDrop={() => {
              if (held !== undefined) put(held, n);
              setHeld(undefined);
            }}
          />
        ))}
      </ol>
    </>
  );
}
