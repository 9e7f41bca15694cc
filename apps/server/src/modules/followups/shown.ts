import type { followups, Locale, Static } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { settingsOf } from './settings.ts';
import { readShown, type ShownRow } from './shown.store.ts';
import { after, type Step } from './state.rules.ts';
import { wordsFor } from './words.rules.ts';

const acts: readonly (readonly [Step, string])[] = [
  ['contact', 'contactFollowup'],
  ['send', 'sendFollowups'],
  ['postpone', 'postponeFollowups'],
  ['close', 'closeFollowups'],
  ['assign', 'assignFollowups'],
  ['withdraw', 'withdrawWish'],
];

const mayNow = (row: ShownRow): string[] =>
  acts.flatMap(([step, name]) =>
    after(row, step) !== null && !(row.state === 'waiting' && step === 'send') ? [name] : [],
  );

/** Words and rights laid over rows as they were read. */
export async function dress(
  actor: StaffActor,
  tx: Tx,
  rows: readonly (ShownRow & { place?: string })[],
): Promise<followups.FollowupShape[]> {
  const settings = await settingsOf(tx, [...new Set(rows.map(({ shopId }) => shopId))]);
  return rows.map((row) => {
    const { buyerLocale, shopLocale, category: _c, place: _p, ...shown } = row;
    const locale = (buyerLocale ?? shopLocale) as Static<typeof Locale>;
    const set = settings.get(row.shopId);
    const mine = can(actor, 'followups.work', { shop: row.shopId }) === 'yes';
    return { ...shown, text: set ? wordsFor(row, set, locale) : '', can: mine ? mayNow(row) : [] };
  });
}

const byIds = (tx: Tx, ids: readonly string[]) =>
  readShown(
    tx,
    sql`select *, '' as place from followups where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
    sql`f.planned_at, f.id`,
  );

/** These follow-ups for who has just changed them. */
export const showMany = async (actor: StaffActor, tx: Tx, ids: readonly string[]) =>
  ids.length === 0 ? [] : dress(actor, tx, await byIds(tx, ids));

/** The one of that id, for who has just changed it. */
export async function showOne(actor: StaffActor, tx: Tx, id: string) {
  const [shown] = await showMany(actor, tx, [id]);
  if (!shown) throw new Error('a follow-up cannot be read by who changed it');
  return shown;
}

/** The same for who asks for one. */
export async function findOne(actor: StaffActor, tx: Tx, id: string) {
  const [row] = await byIds(tx, [id]);
  if (!row || can(actor, 'followups.read', { shop: row.shopId }) !== 'yes')
    return refuse('followup.not_found');
  return (await dress(actor, tx, [row]))[0] ?? refuse('followup.not_found');
}
