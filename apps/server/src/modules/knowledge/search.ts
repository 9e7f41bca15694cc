import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { wordsAlike } from '../catalog/index.ts';
import { findShop } from '../shops/index.ts';
import { type EntryRow, readAbout, readLive } from './entry.store.ts';
import { shopsSeen } from './entry.ts';
import { noteQuestions } from './gap.ts';
import { type Scored, score, tokensAsked, wantedOf } from './search.rules.ts';
import { countEntries, readHits } from './search.store.ts';
import { summaryOf } from './shown.ts';

/** What is looked for, and what it is about. */
export interface Looking {
  readonly shops: readonly string[] | null;
  readonly text: string;
  readonly about?: {
    readonly shopId: string;
    readonly productExternalId: string | null;
    readonly categories: readonly string[];
  };
  readonly limit: number;
}

export interface FoundEntry {
  readonly row: EntryRow;
  /** How much of the words it speaks of: 0 to 1; 0 for what is only about the same product. */
  readonly covered: number;
  readonly score: number;
}

/** From here on an entry answers what was asked. */
export const answersFrom = 0.34;

/** Published entries by words; those about the product in hand stand before others that say as much. */
export async function findKnowledge(tx: Tx, looking: Looking): Promise<FoundEntry[]> {
  const team = tx.team ?? '';
  const alike = await wordsAlike(tx, looking.shops);
  const wanted = wantedOf(team, looking.text, alike);
  const tokens = tokensAsked(wanted);
  const hits = tokens.length > 0 ? await readHits(tx, tokens, looking.shops) : [];
  const scored = score(wanted, hits, await countEntries(tx)).slice(0, 120);
  const about = looking.about ? await readAbout(tx, looking.about.shopId, looking.about) : [];
  const known = new Map(scored.map((one) => [one.entryId, one]));
  const rows = await readLive(tx, [...new Set([...known.keys(), ...about.map(({ id }) => id)])]);
  const ofProduct = new Set(about.map(({ id }) => id));
  return rows
    .map((row) => placed(row, known.get(row.id), ofProduct.has(row.id), looking))
    .filter((one) => one.covered >= answersFrom || ofProduct.has(one.row.id))
    .sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, looking.limit);
}

/** An entry about another product is not what is asked while one product is in hand. */
function placed(
  row: EntryRow,
  found: Scored | undefined,
  same: boolean,
  { about }: Looking,
): FoundEntry {
  const { score: points, covered } = found ?? { score: 0, covered: 0 };
  const elsewhere = about?.productExternalId != null && row.productExternalId !== null && !same;
  const factor = same ? 2 : elsewhere ? 0.3 : 1;
  return { row, covered: elsewhere ? 0 : covered, score: points * factor + (same ? 0.5 : 0) };
}

/** KB-02, KB-05: published entries by words, questions, synonyms, pinyin; what finds nothing is kept as "to write". */
export async function searchKnowledge(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof knowledge.searchKnowledge>,
) {
  const { q, shopId, productExternalId = null } = input;
  const shops = shopsSeen(actor, shopId);
  const seen = shopId !== undefined && shops?.includes(shopId) !== false;
  const about = seen ? { about: { shopId, productExternalId, categories: [] } } : {};
  const found = await findKnowledge(tx, { shops, text: q, limit: input.limit ?? 20, ...about });
  const answered = found.some(({ covered }) => covered >= answersFrom);
  const missed = input.final && !answered && seen && [...q.trim()].length >= 2;
  if (missed && (await findShop(tx, shopId))) {
    const asked = { question: q, productExternalId, conversationId: null, seq: null };
    await noteQuestions(actor, tx, shopId, 'search', [asked]);
  }
  return { items: found.map(({ row }) => summaryOf(row, actor.locale)) };
}
