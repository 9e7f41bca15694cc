import { useLingui } from '@lingui/react/macro';
import { Checkbox, InputNumber } from 'antd';
import styles from './automation.module.css';
import type { ClauseProps } from './clause.props.ts';

/** Whether it comes again, and whether later rules still run. */
export function AgainClause({ definition, onChange }: ClauseProps) {
  const { t } = useLingui();
  const { repeatMinutes, stopOnMatch } = definition;
  return (
    <div className={styles.clause}>
      <span>{t({ message: 'And', context: 'rule' })}</span>
      <Checkbox
        checked={repeatMinutes !== null}
        onChange={({ target }) => onChange({ repeatMinutes: target.checked ? 1_440 : null })}
      >
        {t`again for the same order or chat`}
      </Checkbox>
      {repeatMinutes !== null && (
        <InputNumber
          aria-label={t`Not within so many hours`}
          min={1}
          prefix={t({ message: 'after', context: 'rule' })}
          suffix={t({ message: 'hours', context: 'rule' })}
          value={Math.max(1, Math.round(repeatMinutes / 60))}
          onChange={(hours) => onChange({ repeatMinutes: Number(hours ?? 1) * 60 })}
        />
      )}
      <Checkbox
        checked={stopOnMatch}
        onChange={({ target }) => onChange({ stopOnMatch: target.checked })}
      >
        {t`then no later rule runs`}
      </Checkbox>
    </div>
  );
}
