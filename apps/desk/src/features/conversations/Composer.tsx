import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { liveTyping } from '../../lib/live.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Composer.module.css';
import { type DraftKind, saveDrafts, useDraft, writeDraft } from './drafts.ts';
import { EmojiButton } from './EmojiButton.tsx';
import { post, postFile } from './outgoing.ts';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly mode: DraftKind;
  readonly onMode: (mode: DraftKind) => void;
  /** Last message the author has seen; a colleague's answer after it asks for confirmation. */
  readonly seen: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onLeave: () => void;
  /** Other things to put into the chat, e.g. a product. */
  readonly children?: React.ReactNode;
}

/** Where one writes: to the buyer, or a note for the team. Two drafts, never mixed. */
export function Composer({ conversation, mode, onMode, seen, field, onLeave, children }: Props) {
  const { t } = useLingui();
  const { id, can } = conversation;
  const text = useDraft(id, mode);
  const picker = useRef<HTMLInputElement>(null);
  const may = can.includes(mode === 'note' ? 'addNote' : 'sendMessage');
  const mayFile = can.includes('uploadFile') || can.includes('sendMessage');
  useEffect(() => saveDrafts, []);

  const write = (next: string) => {
    writeDraft(id, mode, next);
    if (next.trim()) liveTyping(id, mode === 'note');
  };
  const insert = (words: string) => {
    const at = field.current?.selectionStart ?? text.length;
    write(text.slice(0, at) + words + text.slice(field.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + words.length, at + words.length);
    });
  };
  const send = () => {
    const words = text.trim();
    if (!words || !may) return;
    post(id, mode === 'note' ? 'note' : 'text', words, mode === 'note' ? undefined : seen);
    writeDraft(id, mode, '');
    saveDrafts();
  };
  const sendFiles = (files: Iterable<File>) => {
    if (mayFile) for (const file of files) postFile(id, file);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    sendFiles(event.clipboardData.files);
  };
  const note = mode === 'note';
  return (
    <DropZone possible={mayFile && !note} onFiles={sendFiles}>
      <section
        className={styles.composer}
        data-mode={mode}
        aria-label={note ? t`Note for the team` : t`Reply to the buyer`}
      >
        <div className={styles.tools}>
          <fieldset className={styles.modes}>
            <legend className="unseen">{t`Who reads it`}</legend>
            <Mode now={mode} one="reply" onMode={onMode} label={t`Reply`} />
            <Mode now={mode} one="note" onMode={onMode} label={t`Note`} hint="n" />
          </fieldset>
          <span className={styles.gap} />
          <EmojiButton onPick={insert} disabled={!may} />
          {!note && (
            <IconButton
              name={t`Send a picture or file`}
              disabled={!mayFile}
              onClick={() => picker.current?.click()}
            >
              <Icon name="clip" />
            </IconButton>
          )}
          {!note && children}
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            onChange={({ target }) => {
              sendFiles(target.files ?? []);
              target.value = '';
            }}
          />
        </div>
        <div className={styles.field}>
          <textarea
            ref={field}
            rows={2}
            value={text}
            maxLength={10_000}
            disabled={!may}
            aria-label={note ? t`Note for the team` : t`Reply to the buyer`}
            placeholder={placeholder(note, may)}
            onChange={({ target }) => write(target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={saveDrafts}
          />
          <Button
            look="main"
            className={styles.send}
            disabled={!may || !text.trim()}
            onClick={send}
          >
            {note ? <Trans>Save note</Trans> : <Trans>Send</Trans>}
          </Button>
        </div>
      </section>
    </DropZone>
  );

  function placeholder(isNote: boolean, possible: boolean): string {
    if (!possible) return t`You cannot write here now.`;
    return isNote
      ? t`Only the team sees this`
      : t`Write a reply. Enter sends, Shift+Enter breaks the line`;
  }
}

interface ModeProps {
  readonly now: DraftKind;
  readonly one: DraftKind;
  readonly label: string;
  readonly hint?: string;
  readonly onMode: (mode: DraftKind) => void;
}

const Mode = ({ now, one, label, hint, onMode }: ModeProps) => (
  <label
    className={styles.mode}
    data-on={now === one}
    title={hint ? `${label} (${hint.toUpperCase()})` : label}
  >
    <input type="radio" name="composer-mode" checked={now === one} onChange={() => onMode(one)} />
    {label}
  </label>
);

interface DropProps {
  readonly possible: boolean;
  readonly onFiles: (files: Iterable<File>) => void;
  readonly children: React.ReactNode;
}

/** Files may be dropped here. */
function DropZone({ possible, onFiles, children }: DropProps) {
  const [over, setOver] = useState(false);
  const carries = (event: React.DragEvent) =>
    possible && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={styles.zone}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer.files);
      }}
    >
      {children}
      {over && (
        <div className={styles.drop}>
          <Trans>Drop to send</Trans>
        </div>
      )}
    </div>
  );
}
