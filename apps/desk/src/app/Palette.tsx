import { useLingui } from '@lingui/react/macro';
import { Modal } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { type Command, commandsNow, foundByName, keyLabel, worded } from '../lib/keys.ts';
import { matches } from '../lib/pinyin.ts';
import styles from './Palette.module.css';
import { useServerFinds } from './palette-search.ts';

const shownAtMost = 60;
const optionId = (at: number): string => `palette-${at}`;

/** Everything by name, also by pinyin initials: acts, pages, buyers in the list; orders and buyers from the server. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(query);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
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
      title={t`Everything by name`}
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      style={{ top: 80 }}
      classNames={{ header: 'unseen' }}
    >
      <input
        className={styles.query}
        // biome-ignore lint/a11y/noAutofocus: the palette was asked for in order to type into it
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? optionId(chosen) : undefined}
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
          <Option
            key={command.id}
            id={optionId(index)}
            command={command}
            chosen={index === chosen}
            onRun={run}
          />
        ))}
        {found.length === 0 && <p className={styles.none}>{t`Nothing has this name.`}</p>}
      </div>
    </Modal>
  );
}

/** Commands are those of the moment of opening; the server's finds follow. */
function useFound(query: string): readonly Command[] {
  const { i18n } = useLingui();
  const [all] = useState(() => [
    ...commandsNow().filter((one) => !one.keyOnly && one.possible !== false),
    ...foundByName(),
  ]);
  const finds = useServerFinds(query);
  const here = all.filter((one) => matches(worded(one.name, i18n), query));
  return [...here.slice(0, shownAtMost), ...finds];
}

interface OptionProps {
  readonly id: string;
  readonly command: Command;
  readonly chosen: boolean;
  readonly onRun: (command: Command) => void;
}

function Option({ id, command, chosen, onRun }: OptionProps) {
  const { i18n } = useLingui();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the input, as a combobox wants
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.option}
      onClick={() => onRun(command)}
    >
      <span>{worded(command.name, i18n)}</span>
      <small>{worded(command.group, i18n)}</small>
      {command.key && <kbd>{keyLabel(command.key)}</kbd>}
    </div>
  );
}
