import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { Field } from '../../../ui/Field.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NumberChoice } from './NumberChoice.tsx';
import { ReasonsChoice } from './ReasonsChoice.tsx';
import type { CaseKind, GroupProps } from './rules.types.ts';
import { StatesChoice } from './StatesChoice.tsx';
import { Toggle } from './Toggle.tsx';

const kinds: readonly (readonly [CaseKind, MessageDescriptor])[] = [
  ['return', msg({ message: 'Return', context: 'case' })],
  ['exchange', msg({ message: 'Exchange', context: 'case' })],
  ['repair', msg({ message: 'Repair', context: 'case' })],
  ['resend', msg({ message: 'Send again', context: 'case' })],
  ['compensate', msg({ message: 'Compensate', context: 'case' })],
];

/** What a shop does about goods that have left: the house principles, and a rule for each kind of case. */
export function CaseRules({ rules, set }: GroupProps) {
  const { t, i18n } = useLingui();
  const { principles } = rules;
  const put = (part: Partial<typeof principles>) => set('principles', { ...principles, ...part });
  return (
    <>
      <Section
        title={t`Principles of after-sales`}
        hint={t`What is proposed to a colleague first; they may choose otherwise.`}
      >
        <Toggle
          label={t`What may be exchanged is exchanged`}
          value={principles.exchangeFirst}
          onChange={(exchangeFirst) => put({ exchangeFirst })}
        />
        <Toggle
          label={t`What may be returned is returned`}
          value={principles.returnSecond}
          onChange={(returnSecond) => put({ returnSecond })}
        />
        <Toggle
          label={t`A fault nobody can place is ours`}
          value={principles.unclearIsOurs}
          onChange={(unclearIsOurs) => put({ unclearIsOurs })}
        />
      </Section>
      {kinds.map(([kind, name]) => (
        <CaseRule key={kind} kind={kind} title={i18n._(name)} rules={rules} set={set} />
      ))}
    </>
  );
}

function CaseRule({
  kind,
  title,
  rules,
  set,
}: Pick<GroupProps, 'rules' | 'set'> & { kind: CaseKind; title: string }) {
  const { t } = useLingui();
  const rule = rules[kind];
  const put = (part: Partial<typeof rule>) => set(kind, { ...rule, ...part });
  return (
    <Section title={title}>
      <Field label={t`While the order is`} width={600}>
        {(field) => (
          <StatesChoice field={field} value={rule.states} onChange={(states) => put({ states })} />
        )}
      </Field>
      <Field label={t`Reasons`} hint={t`Type to add one of your own.`} width={600}>
        {(field) => (
          <ReasonsChoice
            field={field}
            value={rule.reasons}
            onChange={(reasons) => put({ reasons })}
          />
        )}
      </Field>
      <Field label={t`Within`}>
        {(field) => (
          <NumberChoice
            field={field}
            unit={t`days`}
            empty={t`No end`}
            value={rule.windowDays}
            onChange={(windowDays) => put({ windowDays })}
          />
        )}
      </Field>
      <Field label={t`Money goes to`}>
        {(field) => (
          <Select
            {...field}
            value={rule.refundTo}
            onChange={(refundTo) => put({ refundTo })}
            options={[
              { value: 'original', label: t`The method that paid` },
              { value: 'original_or_gift_card', label: t`The method that paid, or a gift card` },
              { value: 'any_balance', label: t`The method that paid, or any balance` },
            ]}
          />
        )}
      </Field>
      <Toggle
        label={t`Only one per order`}
        value={rule.onePerOrder}
        onChange={(onePerOrder) => put({ onePerOrder })}
      />
    </Section>
  );
}
