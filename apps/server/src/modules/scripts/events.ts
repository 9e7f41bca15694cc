import { scripts } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { defineEvent, type EventType, emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';

const { scriptEvents } = scripts;
const read = { permission: 'scripts.read' };

export const scriptChanged = defineEvent('script.changed', scriptEvents['script.changed'], read);
export const scriptFoldersChanged = defineEvent(
  'script.folders_changed',
  scriptEvents['script.folders_changed'],
  read,
);
export const wordsChanged = defineEvent(
  'script.words_changed',
  scriptEvents['script.words_changed'],
  read,
);
export const scriptUsed = defineEvent('script.used', scriptEvents['script.used'], read);

export const events: readonly EventType[] = [
  scriptChanged,
  scriptFoldersChanged,
  wordsChanged,
  scriptUsed,
] as unknown as readonly EventType[];

interface Told {
  readonly id: string;
  readonly shopId: string | null;
}

const reachOf = (shopId: string | null) => (shopId === null ? {} : { reach: { shop: shopId } });

/** Says that a script is another one now. */
export const tellScript = (actor: Actor, tx: Tx, { id, shopId }: Told): void =>
  emit(tx, scriptChanged, {
    subject: id,
    actor,
    ...reachOf(shopId),
    data: { scriptId: id, shopId },
  });

/** Says that the folders are other ones now. */
export const tellFolder = (actor: Actor, tx: Tx, { id, shopId }: Told): void =>
  emit(tx, scriptFoldersChanged, {
    subject: id,
    actor,
    ...reachOf(shopId),
    data: { folderId: id, shopId },
  });
