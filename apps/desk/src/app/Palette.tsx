import { useLingui } from '@lingui/react/macro';
import { Modal } from 'antd';
import { useState } from 'react';
import { type Command, commandsNow, foundByName, keyLabel, worded } from '../lib/keys.ts';
import { matches } from '../lib/pinyin.ts';
import styles from './Palette.module.css';

const shownAtMost = 60;

/** Everything by name, also by pinyin initials: acts, pages, buyers. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [all] = useState(() => [
    ...commandsNow().filter((one) => !one.keyOnly && one.possible !== false),
    ...foundByName(),
  ]);
  const found = all.filter((one) => matches(worded(one.name, i18n), query)).slice(0, shownAtMost);
  const chosen = Math.min(at, found.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      style={{ top: 80 }}
      title={null}
    >
      <input
        className={styles.query}
        // biome-ignore lint/a11y/noAutofocus: the palette was asked for in order to type into it
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        aria-label={t`Everything by name`}
        placeholder={t`Type a name, also in pinyin initials`}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" className={styles.list} aria-label={t`Found`}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the input, as a combobox wants
          <div
            key={command.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.option}
            onClick={() => run(command)}
          >
            <span>{worded(command.name, i18n)}</span>
            <small>{worded(command.group, i18n)}</small>
            {command.key && <kbd>{keyLabel(command.key)}</kbd>}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t`Nothing has this name.`}</p>}
      </div>
    </Modal>
  );
}
