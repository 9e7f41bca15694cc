import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { wallAt } from '../../kernel/zone.ts';
import { briefShops } from '../shops/index.ts';
import { creditOf } from './credit.rules.ts';
import { lockFacts } from './facts.store.ts';
import { creditWords } from './metrics/credit.words.ts';
import { enquiries } from './metrics/metric.ts';
import { namesOf } from './names.store.ts';
import { nobody } from './page.rules.ts';
import { peopleOver } from './pages.ts';
import { type Profile, rulesWithin } from './profile.rules.ts';
import { profileOf } from './profile.store.ts';
import { factsUnread } from './progress.store.ts';
import { reactions } from './reactions.ts';
import { readsAll, shopsSeen } from './scope.ts';
import { settingsOf } from './settings.store.ts';
import {
  addStatements,
  type NewStatement,
  newestOf,
  readStatements,
  type StatementFigures,
} from './statement.store.ts';
import { sums, type Tally } from './tally.rules.ts';

/** What commissions are paid by. */
function figuresIn(tally: Tally): StatementFigures {
  const at = (sum: (typeof sums)[number]) => sums.indexOf(sum);
  const amounts = [...tally.money]
    .map(([currency, values]) => ({
      currency,
      amountMinor: (values[at('paid')] ?? 0) - (values[at('reversed')] ?? 0),
    }))
    .filter(({ amountMinor }) => amountMinor !== 0)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  const of = (counter: 'asked' | 'ordered' | 'paid' | 'reversed') => enquiries(tally, counter);
  return {
    asked: of('asked'),
    ordered: of('ordered'),
    paid: of('paid'),
    reversed: of('reversed'),
    amounts,
  };
}

const same = (a: StatementFigures, b: StatementFigures): boolean =>
  a.asked === b.asked &&
  a.ordered === b.ordered &&
  a.paid === b.paid &&
  a.reversed === b.reversed &&
  JSON.stringify(a.amounts.map(({ currency, amountMinor }) => [currency, amountMinor])) ===
    JSON.stringify(b.amounts.map(({ currency, amountMinor }) => [currency, amountMinor]));

const empty: StatementFigures = { asked: 0, ordered: 0, paid: 0, reversed: 0, amounts: [] };

/** First days of the months before this one, newest first. */
function monthsBefore(today: string, many: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: many }, (_, n) =>
    new Date(Date.UTC(year, month - 2 - n, 1)).toISOString().slice(0, 10),
  );
}

const lastOf = (month: string): string => {
  const [year = 0, n = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, n, 0)).toISOString().slice(0, 10);
};

/** Refunds count for fifteen days, so a month may still move in the next two. */
const monthsThatMove = 3;

interface Month {
  readonly shopId: string;
  readonly first: string;
}

/**
 * One month of a shop: closed by the profile's rules as they are then, which stay with it. Later it is looked at by those same rules, so
 * only what happened since (money that went back) makes a row; a month closed before rules were kept with it is left as it is.
 */
async function closeMonth(tx: Tx, { shopId, first }: Month, profile: Profile): Promise<number> {
  const known = await newestOf(tx, shopId, first, profile.id);
  const kept = [...known.values()].find(({ rules }) => rules !== null)?.rules ?? null;
  if (known.size > 0 && kept === null) return 0;
  const rules = kept ?? rulesWithin(profile, first, lastOf(first));
  const anew = JSON.stringify(rules) !== JSON.stringify(rulesWithin(profile, first, lastOf(first)));
  const wanted = { profile: { ...profile, versions: rules }, shops: [shopId], anew };
  const people = await peopleOver(
    tx,
    { ...wanted, span: { from: first, to: lastOf(first) } },
    new Set(),
  );
  const added: NewStatement[] = [];
  for (const member of new Set([...people.keys(), ...known.keys()])) {
    const tally = people.get(member);
    const figures = tally ? figuresIn(tally) : empty;
    const before = known.get(member);
    if (before ? same(before.figures, figures) : same(empty, figures)) continue;
    added.push({ member, version: (before?.version ?? 0) + 1, figures });
  }
  if (added.length > 0) await addStatements(tx, shopId, first, profile.id, rules, added);
  return added.length;
}

/**
 * Closes months that are over, and writes down what has changed in closed ones as rows of their own: what was paid by once is never
 * silently another number. Not while the facts are still being made from the log.
 */
export async function closeMonths(tx: Tx): Promise<number> {
  await lockFacts(tx);
  if (
    await factsUnread(
      tx,
      reactions.flatMap(({ types }) => types),
    )
  )
    return 0;
  const { profile: id } = await settingsOf(tx);
  const profile = await profileOf(tx, id);
  if (!profile) throw new Error(`the team's profile ${id} is not known`);
  let written = 0;
  for (const shop of await briefShops(tx, null)) {
    const today = new Date(wallAt(clock.now(), shop.timezone)).toISOString().slice(0, 10);
    for (const first of monthsBefore(today, monthsThatMove))
      written += await closeMonth(tx, { shopId: shop.id, first }, profile);
  }
  return written;
}

/** By which rule; those of before there was a choice went to whoever spoke last. */
function creditText({ locale }: StaffActor, rules: Profile['versions'] | null): string {
  const last = rules?.at(-1)?.rules;
  return creditWords[last ? creditOf(last) : 'last_shop'][locale];
}

/** Closed months as the reader may see them: all of their shops, or only their own. */
export async function listStatements(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.listStatements>,
) {
  const seen = await briefShops(tx, shopsSeen(actor));
  const shops = seen.map(({ id }) => id).filter((id) => (input.shopId ?? id) === id);
  const own = actor.kind === 'member' ? actor.member : nobody;
  const rows = await readStatements(tx, shops, input.month ?? null, readsAll(actor) ? null : own);
  const names = await namesOf(
    tx,
    rows.map(({ memberId }) => memberId),
  );
  return {
    items: rows.map(({ figures, memberId, at, rules, ...row }) => ({
      ...row,
      creditText: creditText(actor, rules),
      ...figures,
      memberId: memberId === nobody ? null : memberId,
      name: names.get(memberId) ?? '',
      at: at.toISOString(),
    })),
  };
}
