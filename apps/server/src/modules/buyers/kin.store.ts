import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { phoneForms } from './phone.rules.ts';

/** So many rows may share a number or an address and still be one person, written down several times; a counter's has more. */
export const mostSharing = 5;

/** A row that stands for somebody. */
export interface Kin {
  /** The row that was asked about. */
  readonly of: string;
  readonly id: string;
  readonly phone: string | null;
  readonly email: string | null;
}

type Row = Omit<Kin, 'of'>;

/** These rows, and all that are merged with them. */
const samePersons = (tx: Tx, ids: readonly string[]): Promise<Kin[]> =>
  run(
    tx,
    sql`with w as (select id as "of", id from unnest(${[...ids]}::uuid[]) id
          union select s.buyer_id, s.same_id from published.buyer_same s
            where s.team_id = ${tx.team} and s.buyer_id = any(${[...ids]}::uuid[]))
        select w.of, b.id, b.phone, b.email from w join buyers b on b.team_id = ${tx.team} and b.id = w.id`,
  );

const waysOf = ({ phone, email }: Row): string[][] => [
  ...(phone === null ? [] : [phoneForms(phone)]),
  ...(email === null ? [] : [[email, email.toLowerCase()]]),
];

/** Who is reached in each of these ways: of a way many share, no more than tells that they are many. */
async function whoHas(tx: Tx, ways: readonly string[]): Promise<Map<string, Row[]>> {
  const asked = sql`unnest(${[...new Set(ways)]}::text[]) as w(way)`;
  const rows = await run<Row & { way: string }>(
    tx,
    sql`select w.way, b.* from ${asked} cross join lateral (select id, phone, email from buyers
          where team_id = ${tx.team} and phone = w.way limit ${mostSharing + 1}) b where w.way not like '%@%'
        union all
        select w.way, b.* from ${asked} cross join lateral (select id, phone, email from buyers
          where team_id = ${tx.team} and email = w.way limit ${mostSharing + 1}) b where w.way like '%@%'`,
  );
  return Map.groupBy(rows, (row) => row.way);
}

/**
 * The rows that are each of these buyers as far as anybody can tell: merged with them, or reached by a number or an address of
 * theirs that few share. Themselves among them; one step, not further.
 */
export async function kinOf(tx: Tx, ids: readonly string[]): Promise<Kin[]> {
  if (ids.length === 0) return [];
  const same = await samePersons(tx, ids);
  const having = await whoHas(
    tx,
    same.flatMap((row) => waysOf(row).flat()),
  );
  const kin = new Map(same.map((row) => [`${row.of} ${row.id}`, row]));
  for (const row of same)
    for (const forms of waysOf(row)) {
      const found = [...new Set(forms)].flatMap((way) => having.get(way) ?? []);
      if (new Set(found.map(({ id }) => id)).size > mostSharing) continue;
      for (const { id, phone, email } of found)
        kin.set(`${row.of} ${id}`, { of: row.of, id, phone, email });
    }
  return [...kin.values()];
}
