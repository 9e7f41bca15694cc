import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';
import type { Standing } from './post.rules.ts';

/** The newest conversation of a buyer in a shop that is not spam; undefined where there is none. */
export const newestConversationOf = (
  tx: Tx,
  { buyerId, shopId }: { readonly buyerId: string; readonly shopId: string },
): Promise<Pick<Standing, 'id' | 'state'> | undefined> =>
  first(
    tx,
    sql`select id, state from conversations where team_id = ${tx.team} and buyer_id = ${buyerId} and shop_id = ${shopId}
        and state <> 'spam' order by state = 'resolved', opened_at desc, id desc limit 1`,
  );
