import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { contactsOf } from '../buyers/index.ts';
import { digestWith, keyed } from './digest.rules.ts';
import { followContacts } from './refused.store.ts';

/** Says which key it is and nothing of it. */
const markOf = (secretKey: string): string => keyed(secretKey, Buffer.from('mark'));

/** Whether digests were last made with another key, or nobody knows with which; from now on it is this one. */
async function isAnother(tx: Tx, secretKey: string): Promise<boolean> {
  const rows = await run(
    tx,
    sql`insert into outreach_upkeep as u (team_id, held_to, key_mark)
        values (${tx.team}, '00000000-0000-0000-0000-000000000000', ${markOf(secretKey)})
        on conflict (team_id) do update set key_mark = excluded.key_mark, held_to = excluded.held_to
        where u.key_mark is distinct from excluded.key_mark returning team_id`,
  );
  return rows.length > 0;
}

/**
 * A key that was lost leaves digests nobody can make again: those of numbers still on file are made anew, so that a no goes on holding for
 * whoever has the number. Only what a forgotten buyer said is lost with the key.
 */
export async function followKey(tx: Tx, secretKey: string): Promise<void> {
  if (!(await isAnother(tx, secretKey))) return;
  const said = await run<{ id: string }>(
    tx,
    sql`select distinct buyer_id as id from outreach_opt_outs where team_id = ${tx.team} and undone_at is null and buyer_id is not null`,
  );
  const ids = said.map(({ id }) => id);
  await followContacts(tx, await contactsOf(tx, ids), digestWith(secretKey));
}
