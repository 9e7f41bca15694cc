import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';
import { noteHandover } from './handover.store.ts';

/** Whether the shop wants a note with every handover and there is none. */
export async function noteIsMissing(tx: Tx, shopId: string, note: string): Promise<boolean> {
  if (note.trim() !== '') return false;
  return (await findShop(tx, shopId))?.settings.handoverNoteRequired ?? false;
}

/** From now on the receiver has a minute to give it back. */
export const rememberHandover = (tx: Tx, conversationId: string, toId: string) =>
  noteHandover(tx, conversationId, toId, now());
