import type { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { delayOf } from './rule.rules.ts';
import { actionWords, channelWords, triggerWords } from './rule.words.ts';

/** A time after the trigger, as a person says it. */
export function useDelay(): (minutes: number) => string {
  const { t } = useLingui();
  return (minutes) => {
    const { value, unit } = delayOf(minutes);
    if (minutes === 0) return t({ message: 'at once', context: 'rule' });
    if (unit === 'days') return t({ message: `after ${value} d`, context: 'rule' });
    if (unit === 'hours') return t({ message: `after ${value} h`, context: 'rule' });
    return t({ message: `after ${value} min`, context: 'rule' });
  };
}

/** A rule in one sentence. */
export function RuleSentence({ definition }: { definition: automation.RuleDefinition }) {
  const { t, i18n } = useLingui();
  const delay = useDelay();
  const trigger = i18n._(triggerWords[definition.trigger]);
  const when =
    definition.schedule && definition.trigger === 'schedule'
      ? t({ message: `at ${definition.schedule.at}`, context: 'rule' })
      : delay(definition.delayMinutes);
  const orElse = t({ message: ', else by ', context: 'rule' });
  const acts = definition.actions.map((action) => {
    if (action.do !== 'send' && action.do !== 'coupon') return i18n._(actionWords[action.do]);
    const ways = action.channels.map((one) => i18n._(channelWords[one])).join(orElse);
    return action.do === 'coupon'
      ? t({ message: `give a coupon by ${ways}`, context: 'rule' })
      : t({ message: `send by ${ways}`, context: 'rule' });
  });
  const asked = definition.conditions.of.length;
  const then = acts.join(t({ message: ', then ', context: 'rule' }));
  return (
    <>
      {asked > 0
        ? t({ message: `When ${trigger}, ${when}, if conditions hold: ${then}`, context: 'rule' })
        : t({ message: `When ${trigger}, ${when}: ${then}`, context: 'rule' })}
    </>
  );
}
