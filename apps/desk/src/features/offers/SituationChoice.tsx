import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import styles from './offers.module.css';
import { type Situation, situationWords } from './offers.words.ts';

interface Props {
  readonly value: Situation;
  readonly guessed: boolean;
  readonly onChange: (situation: Situation) => void;
}

/** Where the talk about the price comes from; read from the last words until somebody says otherwise. */
export function SituationChoice({ value, guessed, onChange }: Props) {
  const { t, i18n } = useLingui();
  const options = Object.entries(situationWords).map(([one, words]) => ({
    value: one as Situation,
    label: i18n._(words),
  }));
  return (
    <div className={styles.situation}>
      <Select
        size="small"
        aria-label={t`Situation`}
        value={value}
        onChange={onChange}
        options={options}
        popupMatchSelectWidth={false}
      />
      {guessed && <span className={styles.quiet}>{t`read from the last words`}</span>}
    </div>
  );
}
