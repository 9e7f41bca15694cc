import { Id, Type } from '@guitai/contract';
import { clock } from '../../kernel/clock.ts';
import { defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { membersWith, notify } from '../notices/index.ts';
import { wordsFor } from './entry.rules.ts';
import { readEntry } from './entry.store.ts';

const noticeDays = 7;
const day = 86_400_000;

/** KB-01: who writes knowledge hears a week before an entry ends. */
export const expiryNear = defineJob(
  'knowledge.expiryNear',
  Type.Object({ entryId: Id, until: Type.String() }),
  async (actor, tx, { entryId, until }) => {
    const row = await readEntry(tx, entryId);
    // Written anew or put aside meanwhile: that end is no longer its end.
    if (!row || row.archivedAt !== null || row.validUntil !== until) return;
    await notify(tx, {
      to: await membersWith(tx, 'knowledge.approve', row.shopId),
      kind: 'knowledge_expired',
      shopId: row.shopId,
      subject: { kind: 'knowledge', id: entryId },
      path: `/library/knowledge/${entryId}`,
      params: { title: wordsFor(row.words, actor.locale).title, until },
      key: `knowledge_expired:${entryId}:${until}`,
    });
  },
);

const keyOf = (entryId: string): string => `knowledge.expiry:${entryId}`;

/** Plans the notice for the end of what was just published; an end before takes its own back. */
export async function planExpiry(tx: Tx, entryId: string, until: Date | null): Promise<void> {
  if (until === null) return unqueue(tx, keyOf(entryId));
  const runAt = new Date(Math.max(clock.now(), until.getTime() - noticeDays * day));
  const payload = { entryId, until: until.toISOString() };
  await enqueue(tx, expiryNear, payload, { runAt, key: keyOf(entryId) });
}
