import { useLingui } from '@lingui/react/macro';
import { Field } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ItemsRule } from './ItemsRule.tsx';
import type { GroupProps } from './rules.types.ts';
import { StatesChoice } from './StatesChoice.tsx';

/** What may be changed on an order: address, items, payment method, amounts. */
export function ChangeRules(props: GroupProps) {
  const { t } = useLingui();
  const { rules, set } = props;
  const { changeAddress, changePaymentMethod, amounts } = rules;
  return (
    <>
      <Section
        title={t`Change address`}
        hint={t`Of the order alone; the buyer’s default address stays.`}
      >
        <Field label={t`While the order is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={changeAddress.states}
              onChange={(states) => set('changeAddress', { ...changeAddress, states })}
            />
          )}
        </Field>
        <Field label={t`Buyers do it themselves while it is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={changeAddress.buyerStates}
              onChange={(buyerStates) => set('changeAddress', { ...changeAddress, buyerStates })}
            />
          )}
        </Field>
      </Section>
      <ItemsRule {...props} />
      <Section
        title={t`Payment method and amounts`}
        hint={t`Before payment an amount changes freely; after it the difference is refunded or charged.`}
      >
        <Field label={t`Change the payment method while the order is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={changePaymentMethod.states}
              onChange={(states) => set('changePaymentMethod', { states })}
            />
          )}
        </Field>
        <Field label={t`Change unpaid amounts while it is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={amounts.unpaidStates}
              onChange={(unpaidStates) => set('amounts', { ...amounts, unpaidStates })}
            />
          )}
        </Field>
        <Field label={t`Change paid amounts while it is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={amounts.paidStates}
              onChange={(paidStates) => set('amounts', { ...amounts, paidStates })}
            />
          )}
        </Field>
      </Section>
    </>
  );
}
