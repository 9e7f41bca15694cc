import { type InputOf, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, readAmount } from '../../../lib/amount.ts';
import { money } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActForm } from './ActForm.tsx';
import { AmountField } from './AmountField.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { Methods } from './Methods.tsx';
import { Ready } from './Ready.tsx';
import { Reasons } from './Reasons.tsx';
import { type Choices, useChoices } from './use-choices.ts';

type Wish = Pick<InputOf<typeof orders.refundOrder>, 'lines' | 'to'>;

/** Money back: all that is left unless told otherwise; R and Enter is the whole of it. */
export default function RefundForm(props: FormProps) {
  const choices = useChoices(props.order.id);
  return <Ready reply={choices}>{(data) => <Filled {...props} choices={data} />}</Ready>;
}

function Filled({ choices, ...props }: FormProps & { choices: Choices }) {
  const { order } = props;
  const { t } = useLingui();
  const { currency } = order;
  const left = choices.refundableMinor;
  const [text, setText] = useState(amountText(left, currency));
  const [wish, setWish] = useState<Wish>({});
  const [reasonCode, setReason] = useState(choices.refundReasons[0]?.code);
  const minor = readAmount(text, currency, left);
  const fits = minor !== undefined && minor > 0 && minor <= left;
  const take = (amount: number, lines?: Wish['lines']) => {
    setText(amountText(amount, currency));
    setWish(({ to }) => ({ ...(to ? { to } : {}), ...(lines ? { lines } : {}) }));
  };
  return (
    <ActForm
      {...props}
      endpoint={orders.refundOrder}
      title={t`Refund`}
      act={fits ? t`Refund ${money(minor, currency)}` : t`Refund`}
      fields={fits && reasonCode ? { amountMinor: minor, reasonCode, ...wish } : undefined}
      tell={({ state }) => ({
        words:
          state === 'pending'
            ? t`${money(minor ?? 0, currency)} is on its way back to the buyer.`
            : t`${money(minor ?? 0, currency)} went back to the buyer.`,
      })}
    >
      <div className={styles.line}>
        <AmountField
          label={t`Amount to refund`}
          value={text}
          currency={currency}
          wrong={!fits}
          onChange={(next) => {
            setText(next);
            setWish(({ to }) => (to ? { to } : {}));
          }}
        />
        <small>{t`of ${money(left, currency)} left`}</small>
      </div>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={left}
        step={1}
        value={minor ?? 0}
        aria-label={t`Share of what is left`}
        onChange={(event) => take(Number(event.target.value))}
      />
      <Presets order={order} left={left} onTake={take} />
      <Reasons reasons={choices.refundReasons} value={reasonCode} onChange={setReason} />
      {choices.refundToBalance && (
        <Payees choices={choices} wish={wish} currency={currency} onChange={setWish} />
      )}
    </ActForm>
  );
}

interface PresetProps {
  readonly order: orders.OrderCardShape;
  readonly left: number;
  readonly onTake: (amount: number, lines?: Wish['lines']) => void;
}

/** All that is left, or what one line cost. */
function Presets({ order, left, onTake }: PresetProps) {
  const { t } = useLingui();
  if (order.lines.length < 2) return null;
  return (
    <div className={styles.line}>
      <Button small onClick={() => onTake(left)}>
        {t`All that is left`}
      </Button>
      {order.lines
        .filter(({ totalMinor }) => totalMinor > 0 && totalMinor <= left)
        .map((line) => (
          <Button
            key={line.no}
            small
            title={line.title}
            onClick={() => onTake(line.totalMinor, [{ lineNo: line.no }])}
          >
            <span className={styles.short}>{line.title}</span>
            {money(line.totalMinor, order.currency)}
          </Button>
        ))}
    </div>
  );
}

interface PayeeProps {
  readonly choices: Choices;
  readonly wish: Wish;
  readonly currency: string;
  readonly onChange: (wish: Wish) => void;
}

/** Back to what paid, or to a balance of the buyer where the shop allows it. */
function Payees({ choices, wish, currency, onChange }: PayeeProps) {
  const { t } = useLingui();
  const { to, ...rest } = wish;
  const balances = choices.methods.filter(({ balanceMinor }) => balanceMinor !== null);
  if (balances.length === 0) return null;
  return (
    <Methods
      label={t`Goes to`}
      methods={balances}
      currency={currency}
      first={{ value: 'original', label: t`What paid it` }}
      value={typeof to === 'object' ? to.methodId : 'original'}
      onChange={(id) => onChange(id === 'original' ? rest : { ...rest, to: { methodId: id } })}
    />
  );
}
