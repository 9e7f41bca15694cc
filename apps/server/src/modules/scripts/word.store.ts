import type { scripts } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { foldedWord } from './fold.rules.ts';

export type WordRow = Omit<scripts.ForbiddenWordShape, 'can'>;

const columns = sql`id, shop_id as "shopId", word, level, reason, ${sql.raw(isoColumn('at'))} as at`;

/** Every forbidden word of the team. */
export const readWords = (tx: Tx): Promise<WordRow[]> =>
  run(
    tx,
    sql`select ${columns} from forbidden_words where team_id = ${tx.team} order by shop_id nulls first, level, word, id`,
  );

export const readWord = (tx: Tx, id: string) =>
  first<WordRow>(
    tx,
    sql`select ${columns} from forbidden_words where team_id = ${tx.team} and id = ${id} for update`,
  );

export interface NewWord {
  readonly shopId: string | null;
  readonly level: 'warn' | 'block';
  readonly reason: string;
}

/** Writes words; one that is spelled like another in other letters is that one. */
export async function saveWords(tx: Tx, words: readonly string[], common: NewWord): Promise<void> {
  const rows = [...new Map(words.map((word) => [foldedWord(word), word.trim()]))].map(
    ([folded, word]) => ({ id: newId(), word, folded }),
  );
  await run(
    tx,
    sql`insert into forbidden_words (team_id, id, shop_id, word, folded, level, reason)
        select ${tx.team}, r.id, ${common.shopId}::uuid, r.word, r.folded, ${common.level}, ${common.reason}
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, word text, folded text)
        on conflict (team_id, shop_id, folded) do update set level = excluded.level, reason = excluded.reason`,
  );
}

export const deleteWord = (tx: Tx, id: string) =>
  run(tx, sql`delete from forbidden_words where team_id = ${tx.team} and id = ${id}`);
