import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { Button } from '../../ui/Button.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import styles from './Composer.module.css';
import { ComposerTools } from './ComposerTools.tsx';
import { type DraftKind, saveDrafts } from './drafts.ts';
import type { Pen, PenHelper } from './pen.ts';
import { useComposer } from './use-composer.ts';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly mode: DraftKind;
  readonly onMode: (mode: DraftKind) => void;
  /** Last message the author has seen; a colleague's answer after it asks for confirmation. */
  readonly seen: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onLeave: () => void;
  /** Other things to put into the chat, e.g. a product. */
  readonly children?: ReactNode;
  /** Helps writing: stands above the field, and is asked before keys and sending. */
  readonly help?: (pen: Pen) => ReactNode;
}

/** Where one writes: to the buyer, or a note for the team. Two drafts, never mixed. */
export function Composer(props: Props) {
  const { conversation, mode, onMode, seen, field, onLeave, children, help } = props;
  const { t } = useLingui();
  const helper = useRef<PenHelper>({});
  const { text, may, mayFile, write, insert, send, sendFiles } = useComposer({
    conversation,
    mode,
    seen,
    field,
    helper,
  });
  useEffect(() => saveDrafts, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isInputMethod(event)) return;
    if (helper.current.onKeyDown?.(event)) return event.preventDefault();
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) send();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    sendFiles(event.clipboardData.files);
  };
  const note = mode === 'note';
  const name = note ? t`Note for the team` : t`Reply to the buyer`;
  return (
    <DropZone possible={mayFile && !note} onFiles={sendFiles} words={t`Drop to send`}>
      <section className={styles.composer} data-mode={mode} aria-label={name}>
        <ComposerTools
          mode={mode}
          onMode={onMode}
          may={may}
          mayFile={mayFile}
          onInsert={insert}
          onFiles={sendFiles}
        >
          {children}
        </ComposerTools>
        {help?.({ text, may, note, write, insert, focus: () => field.current?.focus(), helper })}
        <div className={styles.field}>
          <textarea
            ref={field}
            rows={2}
            value={text}
            maxLength={10_000}
            disabled={!may}
            aria-label={name}
            placeholder={usePlaceholder(note, may)}
            onChange={({ target }) => write(target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={saveDrafts}
          />
          <Button look="main" disabled={!may || !text.trim()} onClick={send}>
            {note ? <Trans>Save note</Trans> : <Trans>Send</Trans>}
          </Button>
        </div>
      </section>
    </DropZone>
  );
}

/** A key that belongs to an input method in the middle of a word: Enter chooses a word there, it does not send. */
const isInputMethod = ({ nativeEvent, keyCode }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || keyCode === 229;

const touch = matchMedia('(hover: none)');

function usePlaceholder(note: boolean, may: boolean): string {
  const { t } = useLingui();
  if (!may) return t`You cannot write here now.`;
  if (note) return t`Only the team sees this`;
  return touch.matches
    ? t`Write a reply`
    : t`Write a reply. Enter sends, Shift+Enter breaks the line`;
}
