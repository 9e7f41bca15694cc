import type { conversations, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { readCursor, writeCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { hashKeys } from '../catalog/index.ts';
import { mayHold } from './search.blocks.rules.ts';
import { snippetOf } from './search.snippet.rules.ts';
import * as store from './search.store.ts';
import { type Asked, fold, marksIn, readAsked } from './search.text.rules.ts';
import { wordsOfMessage } from './search.words.rules.ts';

type Input = InputOf<typeof conversations.searchMessages>;
type Found = conversations.FoundMessage & { readonly place: number };

/** Later than anything in the log. */
const head = Number.MAX_SAFE_INTEGER;
/** A look takes few blocks first and more each time: most searches end with the first look. */
const firstLook = 24;
const widest = 512;

function matched(rows: readonly store.Looked[], asked: Asked): Found[] {
  return rows.flatMap((row) => {
    const folded = fold(wordsOfMessage(row));
    const marks = marksIn(folded, asked.needles);
    if (marks === null) return [];
    const snippet = snippetOf(folded.text, marks);
    return [{ ...row.found, snippet: snippet.text, marks: snippet.marks, place: row.seq }];
  });
}

/** Those of a row that may hold the tokens. */
const likely = (block: store.Candidates, tokens: readonly number[]): store.Candidate[] =>
  block.messages.flatMap((id, n) =>
    mayHold(block.signs, n, tokens)
      ? [{ id, seq: block.seqs[n] ?? 0, conversationId: block.conversations[n] ?? '' }]
      : [],
  );

/** The newest messages that hold what is asked; `wanted` of them, or all there are. */
async function look(
  actor: StaffActor,
  tx: Tx,
  asked: Asked,
  input: Input,
  below: number,
  wanted: number,
): Promise<Found[]> {
  const sight = sightOf(actor, 'conversations.read');
  if (sight === null) return [];
  const shops = input.shopId ? [input.shopId] : sight.shops;
  const tokens = hashKeys(tx.team ?? '', asked.keys);
  const found: Found[] = [];
  let beforeLast = head;
  for (let most = firstLook; ; most = Math.min(widest, most * 4)) {
    const blocks = await store.readBlocks(tx, { tokens, shops, below, beforeLast, most });
    const candidates = blocks.flatMap((block) => likely(block, tokens));
    const rows = await store.readCandidates(actor, tx, candidates, below, input);
    found.push(...matched(rows, asked));
    found.sort((a, b) => b.place - a.place);
    beforeLast = blocks.at(-1)?.last ?? 0;
    // What is left to look at ends before `beforeLast`: later finds are in their places.
    const settled = found.filter(({ place }) => place >= beforeLast).length;
    if (blocks.length < most || settled >= wanted) return found.slice(0, wanted);
  }
}

/** SRCH-01: messages by words, beginnings of Latin words and parts of numbers, newest first, marked. */
export async function searchMessages(actor: StaffActor, tx: Tx, input: Input) {
  const place = readCursor<[number]>('messages found', ['integer'], input.cursor);
  if (isRefusal(place)) return place;
  const asked = readAsked(input.q);
  if (asked === null) return { items: [], next: null };
  const limit = input.limit ?? 20;
  const found = await look(actor, tx, asked, input, place?.[0] ?? head, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? writeCursor('messages found', [last.place]) : null;
  return { items: page.map(({ place: _place, ...message }) => message), next };
}
