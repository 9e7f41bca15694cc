import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { Methods } from './Methods.tsx';
import { Ready } from './Ready.tsx';
import { type Choices, useChoices } from './use-choices.ts';

/** Moves the whole payment to another method of the buyer. */
export default function MethodForm(props: FormProps) {
  const choices = useChoices(props.order.id);
  return <Ready reply={choices}>{(data) => <Filled {...props} choices={data} />}</Ready>;
}

function Filled({ choices, ...props }: FormProps & { choices: Choices }) {
  const { order } = props;
  const { t } = useLingui();
  const paying = new Set(order.payments.map(({ methodId }) => methodId));
  const others = choices.methods.filter(({ id }) => !paying.has(id));
  const [methodId, setMethod] = useState(others[0]?.id);
  return (
    <ActForm
      {...props}
      endpoint={orders.changeOrderPaymentMethod}
      title={t`Change the payment method`}
      act={t`Move the payment`}
      fields={methodId ? { methodId } : undefined}
      tell={() => ({ words: t`The payment is moved to the other method.` })}
    >
      {others.length > 0 ? (
        <Methods
          label={t`Paid by from now on`}
          methods={others}
          currency={order.currency}
          value={methodId}
          onChange={setMethod}
        />
      ) : (
        <p className={styles.none}>{t`This buyer keeps no other method.`}</p>
      )}
    </ActForm>
  );
}
