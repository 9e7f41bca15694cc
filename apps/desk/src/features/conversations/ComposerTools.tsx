import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Composer.module.css';
import type { DraftKind } from './drafts.ts';
import { EmojiButton } from './EmojiButton.tsx';

interface Props {
  readonly mode: DraftKind;
  readonly onMode: (mode: DraftKind) => void;
  readonly may: boolean;
  readonly mayFile: boolean;
  readonly onInsert: (text: string) => void;
  readonly onFiles: (files: Iterable<File>) => void;
  readonly children?: ReactNode;
}

/** Above the field: who reads it, and what else can be sent. */
export function ComposerTools(props: Props) {
  const { mode, onMode, may, mayFile, onInsert, onFiles, children } = props;
  const { t } = useLingui();
  const note = mode === 'note';
  return (
    <div className={styles.tools}>
      <fieldset className={styles.modes}>
        <legend className="unseen">{t`Who reads it`}</legend>
        <Mode on={!note} label={t`Reply`} onChoose={() => onMode('reply')} />
        <Mode on={note} label={t`Note`} hint="N" onChoose={() => onMode('note')} />
      </fieldset>
      <span className={styles.gap} />
      <EmojiButton onPick={onInsert} disabled={!may} />
      {!note && <FilePicker disabled={!mayFile} onFiles={onFiles} />}
      {!note && children}
    </div>
  );
}

interface ModeProps {
  readonly on: boolean;
  readonly label: string;
  readonly hint?: string;
  readonly onChoose: () => void;
}

const Mode = ({ on, label, hint, onChoose }: ModeProps) => (
  <label className={styles.mode} data-on={on} title={hint ? `${label} (${hint})` : label}>
    <input type="radio" name="composer-mode" checked={on} onChange={onChoose} />
    {label}
  </label>
);

function FilePicker({ disabled, onFiles }: { disabled: boolean; onFiles: Props['onFiles'] }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        name={t`Send a picture or file`}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles(target.files ?? []);
          target.value = '';
        }}
      />
    </>
  );
}
