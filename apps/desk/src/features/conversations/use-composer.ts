import type { conversations } from '@guitai/contract';
import type { RefObject } from 'react';
import { liveTyping } from '../../lib/live.ts';
import { type DraftKind, saveDrafts, useDraft, writeDraft } from './drafts.ts';
import { post, postFile } from './outgoing.ts';
import type { PenHelper } from './pen.ts';

interface Input {
  readonly conversation: conversations.Conversation;
  readonly mode: DraftKind;
  readonly seen: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly helper: RefObject<PenHelper>;
}

/** What is being written, what may be done with it, and the ways to send it. */
export function useComposer({ conversation, mode, seen, field, helper }: Input) {
  const { id, can } = conversation;
  const text = useDraft(id, mode);
  const note = mode === 'note';
  const may = can.includes(note ? 'addNote' : 'sendMessage');
  const mayFile = can.includes('uploadFile');

  const write = (next: string) => {
    writeDraft(id, mode, next);
    if (next.trim()) liveTyping(id, note);
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
    if (!may || (helper.current.take?.(words) ?? false) || !words) return;
    post(id, note ? 'note' : 'text', words, note ? undefined : seen);
    writeDraft(id, mode, '');
    saveDrafts();
  };
  const sendFiles = (files: Iterable<File>) => {
    if (mayFile) for (const file of files) postFile(id, file);
  };
  return { text, may, mayFile, write, insert, send, sendFiles };
}
