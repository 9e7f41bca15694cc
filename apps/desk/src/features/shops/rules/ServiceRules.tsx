import { useLingui } from '@lingui/react/macro';
import { Field } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import type { GroupProps } from './rules.types.ts';
import { StatesChoice } from './StatesChoice.tsx';
import { Toggle } from './Toggle.tsx';

/** Invoices, visits, urgency; and what happens by itself when nobody does anything. */
export function ServiceRules({ rules, set }: GroupProps) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`Invoice, visits, urgency`}>
        <Field label={t`Invoices while the order is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={rules.invoice.states}
              onChange={(states) => set('invoice', { states })}
            />
          )}
        </Field>
        <Field label={t`Service appointments while it is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={rules.appointment.states}
              onChange={(states) => set('appointment', { states })}
            />
          )}
        </Field>
        <Field label={t`Urgent while it is`} width={600}>
          {(field) => (
            <StatesChoice
              field={field}
              value={rules.urgent.states}
              onChange={(states) => set('urgent', { states })}
            />
          )}
        </Field>
        <Toggle
          label={t`Ask the buyer before anything is changed`}
          hint={t`Colleagues are reminded to have it confirmed in the chat.`}
          value={rules.confirmBeforeAct}
          onChange={(confirm) => set('confirmBeforeAct', confirm)}
        />
      </Section>
      <ByItself rules={rules} set={set} />
    </>
  );
}

function ByItself({ rules, set }: Pick<GroupProps, 'rules' | 'set'>) {
  const { t } = useLingui();
  return (
    <Section title={t`By itself`} hint={t`What happens when nobody does anything.`}>
      <Field label={t`Unpaid orders are closed after`} hint={t`Their stock is given back.`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`minutes`}
            empty={t`Never`}
            min={1}
            max={525_600}
            value={rules.closeUnpaidMinutes}
            onChange={(minutes) => set('closeUnpaidMinutes', minutes)}
          />
        )}
      </Field>
      <Field label={t`Delivered orders count as received after`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`days`}
            empty={t`Never`}
            value={rules.autoReceiveDays}
            onChange={(days) => set('autoReceiveDays', days)}
          />
        )}
      </Field>
      <Field label={t`Received orders are completed after`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`days`}
            empty={t`Never`}
            value={rules.completeDays}
            onChange={(days) => set('completeDays', days)}
          />
        )}
      </Field>
      <Field label={t`Warn of low stock at`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`pieces`}
            max={1_000_000}
            value={rules.lowStock}
            onChange={(pieces) => pieces !== null && set('lowStock', pieces)}
          />
        )}
      </Field>
    </Section>
  );
}
