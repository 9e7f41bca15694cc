import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { wholeShop } from './credit.rules.ts';

/**
 * Says anew who served which product in these conversations. A turn serves what was under discussion at its first message, and what
 * came up while it lasted, from that moment on; and, under the product of zeros, the shop as a whole.
 */
export async function refreshServices(tx: Tx, conversations: readonly string[]): Promise<void> {
  if (conversations.length === 0) return;
  const ids = sql`any(${[...conversations]}::uuid[])`;
  await run(
    tx,
    sql`delete from insight_services where team_id = ${tx.team} and conversation_id = ${ids}`,
  );
  await run(
    tx,
    sql`with turns as materialized (
      select * from insight_turns where team_id = ${tx.team} and conversation_id = ${ids}),
    topics as materialized (
      select *, lead(seq) over (partition by conversation_id, episode order by seq) as next from (
        select conversation_id, episode, seq, array_agg(product_id) as products, min(why) as why, min(at) as at from insight_topics
        where team_id = ${tx.team} and conversation_id = ${ids} group by 1, 2, 3) k),
    served as (
      select t.conversation_id, t.episode, t.member_id, t.seq, t.first_at, t.last_at, t.messages, ${wholeShop}::uuid as product_id, '' as why
      from turns t
      union all
      (select distinct on (t.conversation_id, t.seq, p.product_id) t.conversation_id, t.episode, t.member_id, t.seq,
        case when k.seq > t.seq then greatest(t.first_at, k.at) else t.first_at end as first_at, t.last_at, t.messages, p.product_id, k.why
      from turns t join topics k on k.conversation_id = t.conversation_id and k.episode = t.episode and k.seq <= t.last_seq
          and (k.next is null or k.next > t.seq), unnest(k.products) as p(product_id)
      order by t.conversation_id, t.seq, p.product_id, k.seq))
    insert into insight_services (team_id, conversation_id, episode, shop_id, buyer_id, day, product_id, member_id, why, at_ms, last_at, messages)
    select ${tx.team}, v.conversation_id, v.episode, s.shop_id, s.buyer_id, s.day, v.product_id, v.member_id,
      (array_agg(v.why order by v.seq))[1], array_agg((extract(epoch from v.first_at) * 1000)::bigint order by v.seq), max(v.last_at), sum(v.messages)
    from served v join insight_sessions s on s.team_id = ${tx.team} and s.conversation_id = v.conversation_id and s.episode = v.episode
    group by v.conversation_id, v.episode, s.shop_id, s.buyer_id, s.day, v.product_id, v.member_id`,
  );
}
