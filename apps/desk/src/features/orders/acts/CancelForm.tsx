import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import { LinePicks } from './LinePicks.tsx';
import { Ready } from './Ready.tsx';
import { Reasons } from './Reasons.tsx';
import { type Choices, useChoices } from './use-choices.ts';

/** Cancels the order or some of its lines; what was paid goes back to what paid it. */
export default function CancelForm(props: FormProps) {
  const choices = useChoices(props.order.id);
  return <Ready reply={choices}>{(data) => <Filled {...props} choices={data} />}</Ready>;
}

function Filled({ choices, ...props }: FormProps & { choices: Choices }) {
  const { order } = props;
  const { t } = useLingui();
  const [reasonCode, setReason] = useState(choices.cancelReasons[0]?.code);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const gone = order.lines.filter(({ no }) => !kept.has(no));
  const whole = kept.size === 0;
  const lines = whole ? {} : { lines: gone.map(({ no }) => ({ lineNo: no })) };
  const some = choices.cancelLines && order.lines.length > 1;
  return (
    <ActForm
      {...props}
      endpoint={orders.cancelOrder}
      danger
      title={t`Cancel order`}
      act={whole ? t`Cancel the order` : t`Cancel ${gone.length} lines`}
      fields={reasonCode && gone.length > 0 ? { reasonCode, ...lines } : undefined}
      tell={() => ({
        words: whole ? t`The order is cancelled.` : t`${gone.length} lines are cancelled.`,
      })}
    >
      {some && (
        <LinePicks
          label={t`Lines to cancel`}
          lines={order.lines}
          currency={order.currency}
          left={kept}
          onChange={setKept}
        />
      )}
      <Reasons reasons={choices.cancelReasons} value={reasonCode} onChange={setReason} />
    </ActForm>
  );
}
