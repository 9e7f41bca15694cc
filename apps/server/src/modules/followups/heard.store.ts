import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { columns } from './followup.store.ts';
import type { FollowupRow } from './tables.ts';

/** A word in a chat. */
export interface Word {
  readonly buyerId: string;
  readonly shopId: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Follow-ups whose buyer somebody of the team has spoken to since it was taken up; locked. */
export const spokenTo = (tx: Tx, words: readonly Word[]): Promise<FollowupRow[]> =>
  run(
    tx,
    sql`select ${columns} from followups f
        where f.team_id = ${tx.team} and f.state = 'talking' and (f.buyer_id, f.shop_id) in (
          select * from unnest(${words.map(({ buyerId }) => buyerId)}::uuid[], ${words.map(({ shopId }) => shopId)}::uuid[]))
        order by f.id for update`,
  );

/** Marks contacts these buyers have answered within three days; once each. */
export const markReplied = (tx: Tx, words: readonly Word[]) =>
  run<Pick<FollowupRow, 'id' | 'shopId' | 'buyerId' | 'reason' | 'state' | 'assigneeId'>>(
    tx,
    sql`update followups f set replied_at = w.at
        from (select buyer, shop, min(at) as at from unnest(${words.map(({ buyerId }) => buyerId)}::uuid[],
          ${words.map(({ shopId }) => shopId)}::uuid[], ${words.map(({ at }) => at)}::timestamptz[]) as x(buyer, shop, at)
          group by 1, 2) w
        where f.team_id = ${tx.team} and f.buyer_id = w.buyer and f.shop_id = w.shop and f.state = 'contacted' and f.replied_at is null
          and w.at > f.contacted_at and w.at < f.contacted_at + interval '3 days'
        returning f.id, f.shop_id as "shopId", f.buyer_id as "buyerId", f.reason, f.state, f.assignee_id as "assigneeId"`,
  );
