import type { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import styles from './automation.module.css';

/** What came of a rule, as small bars under their numbers; the longest is what was planned. */
export function RuleBars({ rule }: { rule: automation.Rule }) {
  const { t } = useLingui();
  const { results } = rule;
  if (results.matched === 0) {
    return <span className={styles.none}>{t({ message: 'nothing yet', context: 'rule' })}</span>;
  }
  const reminds = rule.definition.trigger === 'order.placed';
  const bars = [
    {
      name: t({ message: 'planned', context: 'rule' }),
      hint: t`Messages this rule has planned.`,
      value: results.planned,
    },
    {
      name: t({ message: 'sent', context: 'rule' }),
      hint: t`Stand in the chat, or a gateway has taken them.`,
      value: results.sent,
    },
    {
      name: t({ message: 'answered', context: 'rule' }),
      hint: t`The buyer wrote within 72 hours.`,
      value: results.replied,
    },
    ...(reminds
      ? [
          {
            name: t({ message: 'paid after', context: 'rule' }),
            hint: t`Paid within 24 hours of it; no longer counted when everything is given back.`,
            value: results.converted,
          },
        ]
      : []),
  ];
  if (results.planned === 0) {
    const matched = results.matched;
    return <span className={styles.none}>{t`carried out ${matched} times`}</span>;
  }
  const longest = Math.max(1, results.planned);
  return (
    <dl className={styles.bars}>
      {bars.map(({ name, hint, value }) => (
        <div key={name} title={hint}>
          <dt>{name}</dt>
          <dd>
            {value}
            <i style={{ width: `${Math.round((Math.min(value, longest) / longest) * 100)}%` }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
