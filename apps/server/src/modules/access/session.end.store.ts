import type { Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

/** Ends one session of a member; says whether there was one. */
export async function deleteSession(tx: Tx, team: string, member: string, id: string) {
  const gone = await own(tx)
    .deleteFrom('account_sessions')
    .where('id', '=', id)
    .where('team_id', '=', team)
    .where('member_id', '=', member)
    .returning('id')
    .execute();
  return gone.length > 0;
}

/** Ends every session of a member in a team but the given one; says how many. */
export async function deleteOthers(tx: Tx, team: string, member: string, keep: string | null) {
  const gone = await own(tx)
    .deleteFrom('account_sessions')
    .where('team_id', '=', team)
    .where('member_id', '=', member)
    .$if(keep !== null, (query) => query.where('id', '<>', keep ?? ''))
    .returning('id')
    .execute();
  return gone.length;
}

/** Ends every session of a person in every team but the given one; says where. */
export async function deleteOthersEverywhere(tx: Tx, account: string, keep: string | null) {
  const gone = await own(tx)
    .deleteFrom('account_sessions')
    .where('account_id', '=', account)
    .$if(keep !== null, (query) => query.where('id', '<>', keep ?? ''))
    .returning(['team_id', 'member_id'])
    .execute();
  return gone;
}
