import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { SlotText } from '../../ui/SlotText.tsx';
import { Kinds } from './Kinds.tsx';
import type { Entry } from './library.ts';
import styles from './Picker.module.css';
import { scriptSlots } from './variable.words.ts';

interface Props {
  readonly found: readonly Entry[];
  readonly at: number;
  readonly empty: boolean;
  readonly onChoose: (entry: Entry) => void;
}

export const optionId = (at: number): string => `script-option-${at}`;
export const listId = 'script-options';

/** The list above the field: the best first, chosen by arrows, taken by Enter. */
export function Picker({ found, at, empty, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const slots = scriptSlots(i18n);
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div className={styles.picker}>
      <div id={listId} role="listbox" aria-label={t`Scripts`} className={styles.list}>
        {found.map((entry, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, as a combobox wants
          <div
            key={entry.id}
            id={optionId(n)}
            role="option"
            tabIndex={-1}
            aria-selected={n === at}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(entry)}
          >
            <b>
              {entry.favourite && <Icon name="spark" size={13} />}
              {entry.title}
            </b>
            <span className={styles.text}>
              <SlotText text={entry.text} slots={slots} />
            </span>
            <Kinds kinds={entry.kinds} />
            {entry.code && <code>{entry.code}</code>}
          </div>
        ))}
        {found.length === 0 && (
          <p className={styles.none}>
            {empty
              ? t`The library is empty. Write the first script, or take over a playbook, under Library.`
              : t`No script fits. Try initials, a word of the text, or its code.`}
          </p>
        )}
      </div>
      <p className={styles.keys} aria-hidden="true">
        {t`↑↓ choose · Enter insert · Ctrl+Enter send · Esc close`}
      </p>
    </div>
  );
}
