import type { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ruleNames } from './followup.words.ts';
import styles from './followups.module.css';
import { WordsField } from './WordsField.tsx';

type Rules = followups.FollowupSettingsShape['rules'];

const blank = { 'zh-CN': '', 'zh-TW': '', en: '' };

/** Each rule in a line: on or off, after how long, own words. */
export function RuleFields({
  rules,
  onChange,
}: {
  rules: Rules;
  onChange: (rules: Rules) => void;
}) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState<string>();
  const set = (rule: string, part: Partial<Rules[number]>) =>
    onChange(rules.map((one) => (one.rule === rule ? { ...one, ...part } : one)));
  return (
    <ul className={styles.rules}>
      {rules.map(({ rule, on, afterHours, text }) => {
        const name = i18n._(ruleNames[rule]);
        const inDays = afterHours % 24 === 0 && afterHours > 48;
        const factor = inDays ? 24 : 1;
        return (
          <li key={rule}>
            <div className={styles.rule}>
              <Switch
                size="small"
                checked={on}
                aria-label={name}
                onChange={(next) => set(rule, { on: next })}
              />
              <span>{name}</span>
              <InputNumber
                size="small"
                aria-label={t`After`}
                min={1}
                max={inDays ? 365 : 8760}
                precision={0}
                value={afterHours / factor}
                suffix={
                  inDays
                    ? t({ message: 'days', context: 'followup' })
                    : t({ message: 'hours', context: 'followup' })
                }
                onChange={(next) => set(rule, { afterHours: (next ?? 1) * factor })}
              />
              <Button
                small
                look="plain"
                aria-expanded={open === rule}
                onClick={() => setOpen(open === rule ? undefined : rule)}
              >
                {text ? t`Own words` : t`Ready words`}
              </Button>
            </div>
            {open === rule && (
              <WordsField
                value={text ?? blank}
                codes={['buyer', 'shop', 'product', 'price', 'order', 'tips']}
                onChange={(next) =>
                  set(rule, { text: Object.values(next).some(Boolean) ? next : null })
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
