import type { InputOf, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import { isId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { readIndex } from './entry.store.ts';
import { reachScript } from './script.ts';

/** SCR-01: the library as the desk searches it. */
export async function getScriptIndex(
  actor: StaffActor,
  tx: Tx,
  { ids }: InputOf<typeof scripts.getScriptIndex>,
): Promise<JsonText> {
  const named = ids?.split(',').filter(isId).slice(0, 200) ?? null;
  const index = await readIndex(tx, actor, named);
  return index ?? new JsonText('{"items":[],"folders":[]}');
}

type Favourite = InputOf<typeof scripts.setScriptFavourite>;

/** Keeps a script at hand, for oneself. */
export async function setScriptFavourite(actor: StaffActor, tx: Tx, { scriptId }: Favourite) {
  if (actor.kind !== 'member') return refuse('access.denied', { permission: 'member' });
  const row = await reachScript(actor, tx, scriptId);
  if (isRefusal(row)) return row;
  await run(
    tx,
    sql`insert into script_favourites (team_id, member_id, script_id) values (${tx.team}, ${actor.member}, ${scriptId})
        on conflict do nothing`,
  );
}

/** Keeps it at hand no longer. */
export async function removeScriptFavourite(actor: StaffActor, tx: Tx, { scriptId }: Favourite) {
  if (actor.kind !== 'member') return refuse('access.denied', { permission: 'member' });
  await run(
    tx,
    sql`delete from script_favourites where team_id = ${tx.team} and member_id = ${actor.member} and script_id = ${scriptId}`,
  );
}
