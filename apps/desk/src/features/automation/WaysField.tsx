import type { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import styles from './automation.module.css';
import { channelWords } from './rule.words.ts';

type Ways = Extract<automation.RuleAction, { do: 'send' }>['channels'];

/** The way to the buyer that is wished for, and those after it. */
export function WaysField({ value, onChange }: { value: Ways; onChange: (ways: Ways) => void }) {
  const { t, i18n } = useLingui();
  const ways = Object.keys(channelWords) as Ways;
  const orElse = t({ message: ', else by ', context: 'rule' });
  return (
    <>
      <Select
        mode="multiple"
        aria-label={t`By which way, and which else`}
        className={styles.many}
        value={value}
        onChange={onChange}
        options={ways.map((one) => ({ value: one, label: i18n._(channelWords[one]) }))}
      />
      {value.length > 1 && (
        <span className={styles.soft}>
          {value.map((one) => i18n._(channelWords[one])).join(orElse)}
        </span>
      )}
    </>
  );
}
