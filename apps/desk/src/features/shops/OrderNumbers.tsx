import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { Section } from '../../ui/Section.tsx';
import { exampleNumber, isPattern } from './number-pattern.rules.ts';
import type { SettingsPart } from './shop-settings.ts';

const counter = '{nnnn}';
const dates = '{YYYY} {YY} {MM} {DD}';

/** How the shop numbers its own orders. */
export function OrderNumbers({ now, set }: SettingsPart) {
  const { t } = useLingui();
  return (
    <Section title={t`Order numbers`} hint={t`For orders placed from now on.`}>
      <Field
        label={t`Pattern`}
        hint={
          <>
            {t`Next ones look like`} <b>{exampleNumber(now.orderNumberPattern, 71, new Date())}</b>
          </>
        }
        error={
          !isPattern(now.orderNumberPattern) &&
          t`A pattern needs one counter, e.g. ${counter}, and knows ${dates}.`
        }
      >
        {(field) => (
          <Input
            {...field}
            maxLength={60}
            spellCheck={false}
            value={now.orderNumberPattern}
            onChange={(event) => set({ orderNumberPattern: event.target.value })}
          />
        )}
      </Field>
    </Section>
  );
}
