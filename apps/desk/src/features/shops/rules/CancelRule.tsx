import { useLingui } from '@lingui/react/macro';
import { Field } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ReasonsChoice } from './ReasonsChoice.tsx';
import type { GroupProps } from './rules.types.ts';
import { StatesChoice } from './StatesChoice.tsx';
import { Toggle } from './Toggle.tsx';

/** When an order may be cancelled, why, and by whom. */
export function CancelRule({ rules: { cancel }, set }: GroupProps) {
  const { t } = useLingui();
  return (
    <Section title={t`Cancel`} hint={t`Every payment goes back to the method that paid it.`}>
      <Field label={t`While the order is`} width={600}>
        {(field) => (
          <StatesChoice
            field={field}
            value={cancel.states}
            onChange={(states) => set('cancel', { ...cancel, states })}
          />
        )}
      </Field>
      <Field
        label={t`Buyers do it themselves while it is`}
        hint={t`In the chat, without asking anybody.`}
        width={600}
      >
        {(field) => (
          <StatesChoice
            field={field}
            value={cancel.buyerStates}
            onChange={(buyerStates) => set('cancel', { ...cancel, buyerStates })}
          />
        )}
      </Field>
      <Field label={t`Reasons`} hint={t`Type to add one of your own.`} width={600}>
        {(field) => (
          <ReasonsChoice
            field={field}
            value={cancel.reasons}
            onChange={(reasons) => set('cancel', { ...cancel, reasons })}
          />
        )}
      </Field>
      <Toggle
        label={t`Single lines can be cancelled`}
        value={cancel.lines}
        onChange={(lines) => set('cancel', { ...cancel, lines })}
      />
    </Section>
  );
}
