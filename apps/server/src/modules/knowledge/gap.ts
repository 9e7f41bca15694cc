import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { likeness, mostAlike, questionIn, withoutOwn } from './gap.rules.ts';
import * as store from './gap.store.ts';
import { tellGap } from './tell.ts';

/** KB-05: keeps questions without an answer, those that are alike as one with a count. */
export async function noteQuestions(
  actor: TeamActor,
  tx: Tx,
  shopId: string,
  source: 'search' | 'question',
  asked: readonly store.Noted[],
): Promise<void> {
  await store.lockGaps(tx, shopId);
  const known = [...(await store.readKnownGaps(tx, shopId))];
  for (const one of asked) {
    const noted = { ...one, question: withoutOwn(questionIn(one.question)).slice(0, 200) };
    const tokens = likeness(tx.team ?? '', noted.question);
    if (tokens.length === 0) continue;
    const alike = mostAlike(tokens, known);
    const id = alike?.id ?? newId();
    if (alike) await store.countGap(tx, id, noted);
    else {
      await store.insertGap(tx, { ...noted, id, shopId, source, tokens });
      known.unshift({ id, tokens });
    }
    tellGap(actor, tx, id, shopId);
  }
}

export async function listKnowledgeGaps(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.listKnowledgeGaps>,
) {
  const place = readCursor<[number, string]>('knowledge gaps', ['integer', 'id'], input.cursor);
  if (isRefusal(place)) return place;
  const { shops } = sightOf(actor, 'knowledge.read') ?? { shops: [] as string[] };
  const { shopId } = input;
  const seen =
    shopId === undefined ? shops : shops === null || shops.includes(shopId) ? [shopId] : [];
  const limit = input.limit ?? 50;
  const rows = await store.readGaps(tx, seen, place, limit + 1);
  const page = pageOf('knowledge gaps', rows, limit, (row) => [row.count, row.id]);
  return { items: page.items.map(({ gap }) => gap), next: page.next };
}

async function setDismissed(actor: StaffActor, tx: Tx, gapId: string, dismissed: boolean) {
  const row = await store.readGap(tx, gapId);
  if (!row || can(actor, 'knowledge.write', { shop: row.shopId }) !== 'yes')
    return refuse('knowledge.not_found');
  await store.setDismissed(tx, gapId, dismissed);
  tellGap(actor, tx, gapId, row.shopId);
  return row.gap;
}

/** Not worth writing; asked again it stays away. */
export const dismissKnowledgeGap = (actor: StaffActor, tx: Tx, { gapId }: { gapId: string }) =>
  setDismissed(actor, tx, gapId, true);

export const undismissKnowledgeGap = (actor: StaffActor, tx: Tx, { gapId }: { gapId: string }) =>
  setDismissed(actor, tx, gapId, false);
