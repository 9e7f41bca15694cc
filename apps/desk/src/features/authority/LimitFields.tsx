import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { signOf } from '../../lib/amount.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './LimitDialog.module.css';
import { amountOf, type Bound, bounds, type Texts } from './limits.rules.ts';

interface Props {
  readonly texts: Texts;
  readonly currency: string;
  readonly onChange: (texts: Texts) => void;
}

/** The four sums of a limit; empty means no limit. */
export function LimitFields({ texts, currency, onChange }: Props) {
  const { t } = useLingui();
  const names: Record<Bound, string> = {
    perActMinor: t`At once`,
    perOrderMinor: t`For one order, in sum`,
    perBuyerDayMinor: t`For one buyer in a day`,
    perDayMinor: t`In a day, all buyers`,
  };
  return bounds.map((bound) => (
    <BoundField
      key={bound}
      label={names[bound]}
      wrong={amountOf(texts[bound], currency) === undefined ? t`An amount, or nothing` : undefined}
      before={signOf(currency)}
      placeholder={t`no limit`}
      value={texts[bound]}
      onChange={(text) => onChange({ ...texts, [bound]: text })}
    />
  ));
}

interface BoundProps {
  readonly label: string;
  readonly wrong: string | undefined;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A number to type, with its sign or unit beside it. */
export const BoundField = (props: BoundProps) => (
  <Field label={props.label} {...(props.wrong ? { error: props.wrong } : {})}>
    {(field) => (
      <span className={styles.amount}>
        {props.before && <span aria-hidden="true">{props.before}</span>}
        <input
          {...field}
          inputMode="decimal"
          autoComplete="off"
          placeholder={props.placeholder}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {props.after && <span aria-hidden="true">{props.after}</span>}
      </span>
    )}
  </Field>
);
