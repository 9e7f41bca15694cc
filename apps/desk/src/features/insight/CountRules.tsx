import { useLingui } from '@lingui/react/macro';
import { NumberField } from '../../ui/NumberField.tsx';
import { RuleChoice, type RuleParts } from './RuleChoice.tsx';

/** What is counted, for whom, and from how many on a person is ranked. */
export function CountRules({ rules, may, set }: RuleParts) {
  const { t } = useLingui();
  return (
    <>
      <RuleChoice
        label={t`Rate of`}
        may={may}
        value={rules.per}
        onChange={(per) => set({ per })}
        words={{
          round: t`rounds`,
          session: t`sessions, by their first answer`,
          strict_session: t`sessions, every round in time`,
        }}
      />
      <RuleChoice
        label={t`Closed without an answer by a person`}
        may={may}
        value={rules.dismissed}
        onChange={(dismissed) => set({ dismissed })}
        words={{ excluded: t`does not count`, missed: t`is a miss` }}
      />
      <NumberField
        label={t`An order counts for the enquiry within`}
        disabled={!may}
        min={1}
        max={360}
        value={rules.convertHours}
        unit={t`h`}
        onChange={(value) => value && set({ convertHours: value })}
      />
      <RuleChoice
        label={t`Credit for what came of an enquiry`}
        may={may}
        value={rules.credit ?? 'last_sku'}
        onChange={(credit) => set({ credit })}
        words={{
          last_sku: t`who last served the product`,
          last_shop: t`who spoke last in the shop`,
          first: t`who first served the product`,
          even: t`all who served it, alike`,
          rounds: t`all who served it, by rounds`,
        }}
      />
      <NumberField
        label={t`Fewest facts to be ranked`}
        disabled={!may}
        min={1}
        max={100_000}
        value={rules.minSample}
        onChange={(value) => value && set({ minSample: value })}
      />
    </>
  );
}
