import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { Field } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import type { GroupProps } from './rules.types.ts';
import { StatesChoice } from './StatesChoice.tsx';
import { Toggle } from './Toggle.tsx';

/** Which other things a line may become, how often, and who bears the difference. */
export function ItemsRule({ rules: { changeItems: rule }, set }: GroupProps) {
  const { t } = useLingui();
  const put = (part: Partial<typeof rule>) => set('changeItems', { ...rule, ...part });
  const reach = rule.exchangeList ? 'list' : rule.sameProduct ? 'same' : 'any';
  return (
    <Section title={t`Change items`} hint={t`Before shipping; stock and price follow.`}>
      <Field label={t`While the order is`} width={600}>
        {(field) => (
          <StatesChoice field={field} value={rule.states} onChange={(states) => put({ states })} />
        )}
      </Field>
      <Field label={t`To`}>
        {(field) => (
          <Select
            {...field}
            value={reach}
            onChange={(next: 'list' | 'same' | 'any') =>
              put({ exchangeList: next === 'list', sameProduct: next === 'same' })
            }
            options={[
              { value: 'same', label: t`Other variants of the same product` },
              { value: 'list', label: t`Also products on its exchange list` },
              { value: 'any', label: t`Anything in the shop` },
            ]}
          />
        )}
      </Field>
      {rule.exchangeList && (
        <Field label={t`Topic of the exchange list`} hint={t`In the knowledge of the product.`}>
          {(field) => (
            <Input
              {...field}
              maxLength={60}
              value={rule.exchangeTopic}
              onChange={(event) => put({ exchangeTopic: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t`At most`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`times per order`}
            empty={t`Any number`}
            min={1}
            max={100}
            value={rule.times === 0 ? null : rule.times}
            onChange={(times) => put({ times: times ?? 0 })}
          />
        )}
      </Field>
      <Toggle
        label={t`Quantities may change too`}
        value={rule.quantity}
        onChange={(quantity) => put({ quantity })}
      />
      <Field label={t`A difference is charged to`}>
        {(field) => (
          <Select
            {...field}
            value={rule.chargeTo}
            onChange={(chargeTo) => put({ chargeTo })}
            options={[
              { value: 'any', label: t`Any method of the buyer` },
              { value: 'balance', label: t`A balance only (gift card, e-card)` },
            ]}
          />
        )}
      </Field>
    </Section>
  );
}
