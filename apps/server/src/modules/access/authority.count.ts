import type { Tx } from '../../kernel/tx.ts';
import { type Book, openBook, shortOf } from './authority.book.ts';
import type { Authority, LimitedAct } from './authority.ts';
import { countersOf } from './counter.rules.ts';
import { addToCounters, lockCounters } from './counter.store.ts';
import type { Holder } from './limit.find.ts';

/** The verdict for a holder, by the book. */
export function verdictOf(book: Book, holder: Holder, act: LimitedAct): Authority {
  const { why, beyond } = shortOf(book, holder, act);
  return why.length === 0 ? { verdict: 'yes' } : { verdict: beyond, why };
}

/** Counts the act against one holder's authority: counters locked, looked at, and moved only where the answer is yes. */
export async function spendOf(tx: Tx, holder: Holder, act: LimitedAct): Promise<Authority> {
  const book = await openBook(tx, [act], [holder], lockCounters);
  const verdict = verdictOf(book, holder, act);
  if (verdict.verdict !== 'yes') return verdict;
  await addToCounters(tx, countersOf(book.counting(act), holder), act.amountMinor);
  return verdict;
}
