import { type InputOf, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { ItemChange } from './ItemChange.tsx';
import { Methods } from './Methods.tsx';
import { useChoices } from './use-choices.ts';

type Changes = InputOf<typeof orders.changeOrderItems>['changes'];
type Change = Changes[number];

/** Other variants or quantities, several lines in one act; the difference goes to or comes from one method. */
export default function ItemsForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const paid = order.totals.paidMinor > 0;
  const choices = useChoices(order.id, paid);
  const [changes, setChanges] = useState<ReadonlyMap<number, Change>>(new Map());
  const [methodId, setMethod] = useState('');
  const set = (lineNo: number, change: Change | undefined) => {
    const next = new Map(changes);
    if (change) next.set(lineNo, change);
    else next.delete(lineNo);
    setChanges(next);
  };
  const fields = {
    changes: [...changes.values()],
    ...(methodId ? { methodId } : {}),
  };
  return (
    <ActForm
      {...props}
      endpoint={orders.changeOrderItems}
      title={t`Change items`}
      act={changes.size > 1 ? t`Change ${changes.size} lines` : t`Change the item`}
      fields={changes.size > 0 ? fields : undefined}
      tell={() => ({ words: t`The items are changed.` })}
    >
      <ul className={styles.items}>
        {order.lines.map((line) => (
          <ItemChange
            key={line.no}
            line={line}
            currency={order.currency}
            change={changes.get(line.no)}
            open={order.lines.length === 1}
            onChange={(change) => set(line.no, change)}
          />
        ))}
      </ul>
      {paid && changes.size > 0 && (choices.data?.methods.length ?? 0) > 0 && (
        <Methods
          label={t`Bears a difference`}
          methods={choices.data?.methods ?? []}
          currency={order.currency}
          first={{ value: '', label: t`As it was paid` }}
          value={methodId}
          onChange={setMethod}
        />
      )}
    </ActForm>
  );
}
