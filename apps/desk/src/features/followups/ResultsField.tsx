import type { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { resultName } from './followup.words.ts';
import styles from './followups.module.css';

type Results = followups.FollowupSettingsShape['results'];

/** The list of results: ready ones and own ones, in the order of the shop. */
export function ResultsField({
  results,
  onChange,
}: {
  results: Results;
  onChange: (results: Results) => void;
}) {
  const { t, i18n } = useLingui();
  const [name, setName] = useState('');
  const add = () => {
    if (!name.trim()) return;
    onChange([
      ...results,
      { id: `own_${Date.now().toString(36)}`, name: name.trim(), kind: 'open' },
    ]);
    setName('');
  };
  return (
    <div className={styles.chips}>
      {results.map(({ id, name: own }) => {
        const word = resultName(id, own, (descriptor) => i18n._(descriptor));
        return (
          <span key={id} className={styles.chip}>
            {word}
            {results.length > 1 && (
              <button
                type="button"
                aria-label={t`Remove ${word}`}
                onClick={() => onChange(results.filter((one) => one.id !== id))}
              >
                ×
              </button>
            )}
          </span>
        );
      })}
      <Input
        size="small"
        style={{ width: 140 }}
        maxLength={40}
        placeholder={t`Another result`}
        aria-label={t`Another result`}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={add}
      />
      <Button small disabled={!name.trim()} onClick={add}>
        {t({ message: 'Add', context: 'followup' })}
      </Button>
    </div>
  );
}
