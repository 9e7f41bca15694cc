import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { type Approver, approversOf, type Candidate } from './approval.rules.ts';
import { openBook } from './authority.book.ts';
import { verdictOf } from './authority.count.ts';
import type { LimitedAct } from './authority.ts';
import { runningDelegations } from './delegation.store.ts';
import { grantsOfRole, rankOf } from './roles.rules.ts';

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly shops: string[] | null;
}

/** What an act looks like to the question who may decide it. */
export interface Asked {
  readonly act: LimitedAct;
  readonly requester: string;
}

/** Those who can sign in: persons of the sample shop decide nothing. */
const colleagues = (tx: Tx) =>
  run<Colleague>(
    tx,
    sql`select m.id, m.name, m.role, m.shop_ids as shops from members m join accounts a on a.id = m.account_id
        where m.team_id = ${tx.team} and m.status = 'active' and a.password_hash is not null order by m.name, m.id`,
  );

const worksIn = ({ shops }: Colleague, shop: string): boolean =>
  shops === null || shops.includes(shop);

/** Leads and owners decide by themselves; who holds the permission for the own alone decides as a deputy only. */
function decides({ role }: Colleague): boolean {
  const scope = grantsOfRole(role).get('approvals.decide');
  return scope === 'all' || scope === 'shop';
}

const mayStandIn = ({ role }: Colleague): boolean => grantsOfRole(role).has('approvals.decide');

/** Who may decide each of the acts as things stand, in the order given. */
export async function linesOf(tx: Tx, asked: readonly Asked[]): Promise<Approver[][]> {
  if (asked.length === 0) return [];
  const everybody = await colleagues(tx);
  const heads = everybody.filter(decides);
  const holders = heads.map(({ id, role }) => ({ kind: 'member', id, role }) as const);
  const delegations = await runningDelegations(tx, now());
  const acts = asked.map(({ act }) => act);
  const book = await openBook(tx, acts, holders);
  return asked.map(({ act, requester }) => {
    const here = (one: Colleague) => worksIn(one, act.shopId);
    const candidates = heads.filter(here).map(({ id, name, role }): Candidate => {
      const covers = verdictOf(book, { kind: 'member', id, role }, act).verdict === 'yes';
      return { id, name, rank: rankOf(role), covers };
    });
    const people = everybody.filter((one) => here(one) && mayStandIn(one));
    return approversOf({ requester, people, candidates, delegations });
  });
}

/** Who may decide one act. */
export async function lineOf(tx: Tx, asked: Asked): Promise<Approver[]> {
  return (await linesOf(tx, [asked]))[0] ?? [];
}
