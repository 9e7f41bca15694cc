import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { amountText, readAmount, signOf } from '../../../lib/amount.ts';
import { Field } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import { ReasonsChoice } from './ReasonsChoice.tsx';
import type { GroupProps } from './rules.types.ts';
import { StatesChoice } from './StatesChoice.tsx';
import { Toggle } from './Toggle.tsx';

/** When money goes back, and the small payments a shop makes of its own will. */
export function MoneyRules(props: GroupProps) {
  const { t } = useLingui();
  const { refund } = props.rules;
  const put = (part: Partial<typeof refund>) => props.set('refund', { ...refund, ...part });
  return (
    <>
      <Section title={t`Refund`} hint={t`Never more than was paid, whatever stands here.`}>
        <Field label={t`While the order is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={refund.states}
              onChange={(states) => put({ states })}
            />
          )}
        </Field>
        <Field label={t`Reasons`} hint={t`Type to add one of your own.`} width={600}>
          {(field) => (
            <ReasonsChoice
              field={field}
              value={refund.reasons}
              onChange={(reasons) => put({ reasons })}
            />
          )}
        </Field>
        <Field label={t`Within`} hint={t`Counted from the payment.`}>
          {(field) => (
            <NumberChoice
              field={field}
              unit={t`days`}
              empty={t`No end`}
              value={refund.windowDays}
              onChange={(windowDays) => put({ windowDays })}
            />
          )}
        </Field>
        <Field label={t`A request is decided within`}>
          {(field) => (
            <NumberChoice
              field={field}
              unit={t`hours`}
              min={1}
              max={8760}
              value={refund.decisionHours}
              onChange={(decisionHours) => decisionHours && put({ decisionHours })}
            />
          )}
        </Field>
        <Toggle
          label={t`May go to a balance of the buyer instead`}
          value={refund.toBalance}
          onChange={(toBalance) => put({ toBalance })}
        />
      </Section>
      <Extras {...props} />
    </>
  );
}

function Extras({ rules, currency, set }: GroupProps) {
  const { t } = useLingui();
  const { goodwill, priceProtection, reviewCashback } = rules;
  return (
    <Section title={t`Goodwill, price protection, reviews`}>
      <Toggle
        label={t`Goodwill once per order`}
        value={goodwill.oncePerOrder}
        onChange={(oncePerOrder) => set('goodwill', { oncePerOrder })}
      />
      <Field label={t`Price protection while the order is`} width={600}>
        {(field) => (
          <StatesChoice
            field={field}
            value={priceProtection.states}
            onChange={(states) => set('priceProtection', { ...priceProtection, states })}
          />
        )}
      </Field>
      <Field label={t`Price protection within`} hint={t`Counted from the payment.`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`days`}
            empty={t`No end`}
            value={priceProtection.windowDays}
            onChange={(windowDays) => set('priceProtection', { ...priceProtection, windowDays })}
          />
        )}
      </Field>
      <Field label={t`Cash-back for a review while the order is`} width={600}>
        {(field) => (
          <StatesChoice
            field={field}
            value={reviewCashback.states}
            onChange={(states) => set('reviewCashback', { ...reviewCashback, states })}
          />
        )}
      </Field>
      <Cashback
        currency={currency}
        value={reviewCashback.amountMinor}
        onChange={(amountMinor) => set('reviewCashback', { ...reviewCashback, amountMinor })}
      />
      <Toggle
        label={t`A picture or a link of the review is needed`}
        value={reviewCashback.proof}
        onChange={(proof) => set('reviewCashback', { ...reviewCashback, proof })}
      />
    </Section>
  );
}

function Cashback({
  currency,
  value,
  onChange,
}: {
  currency: string;
  value: number;
  onChange: (minor: number) => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState<string | null>(null);
  const wrong = text !== null && readAmount(text, currency) === undefined;
  return (
    <Field label={t`Amount of the cash-back`} error={wrong && t`Write an amount, e.g. 5.00`}>
      {(field) => (
        <Input
          {...field}
          inputMode="decimal"
          prefix={signOf(currency)}
          value={text ?? amountText(value, currency)}
          onBlur={() => !wrong && setText(null)}
          onChange={(event) => {
            setText(event.target.value);
            const minor = readAmount(event.target.value, currency);
            if (minor !== undefined) onChange(minor);
          }}
        />
      )}
    </Field>
  );
}
