import type { InputOf, offers } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { findShop } from '../shops/index.ts';
import type { Rung } from './ladder.rules.ts';

interface Row {
  readonly rung: Rung;
  readonly offered: number;
  readonly accepted: number;
  readonly paid: number;
  readonly costMinor: number;
  readonly paidMinor: number;
  readonly marginMinor: number | null;
}

type Range = Pick<InputOf<typeof offers.getOfferResults>, 'shopId' | 'from' | 'to'>;

const within = (
  tx: Tx,
  { shopId, from, to }: Range,
) => sql`b.team_id = ${tx.team} and b.shop_id = ${shopId}
  and (${from ?? null}::timestamptz is null or b.opened_at >= ${from ?? null})
  and (${to ?? null}::timestamptz is null or b.opened_at < ${to ?? null})`;

/** By the highest step that was taken: an order is paid once, and stands with the step that closed it. */
const readResults = (tx: Tx, range: Range) =>
  run<Row>(
    tx,
    sql`with s as (select c.*, b.outcome, b.paid_minor, b.goods_cost_minor,
            c.state = 'accepted' or (c.act_id is not null and b.outcome in ('ordered', 'paid') and c.state = 'offered') as taken,
            row_number() over (partition by b.id order by (c.state = 'accepted' or c.act_id is not null) desc, c.no desc) = 1 as closes
          from bargains b join concessions c on c.team_id = b.team_id and c.bargain_id = b.id
          where ${within(tx, range)} and c.state in ('offered', 'accepted', 'declined'))
        select rung, count(*)::int as offered, count(*) filter (where taken)::int as accepted,
          count(*) filter (where taken and outcome = 'paid')::int as paid,
          coalesce(sum(cost_minor) filter (where taken and outcome = 'paid'), 0)::bigint as "costMinor",
          coalesce(sum(paid_minor) filter (where taken and closes and outcome = 'paid'), 0)::bigint as "paidMinor",
          case when bool_and(goods_cost_minor is not null) filter (where taken and closes and outcome = 'paid')
            then sum(paid_minor - goods_cost_minor) filter (where taken and closes and outcome = 'paid') end::bigint as "marginMinor"
        from s group by rung`,
  );

/** SHOP-10: what each step of the ladder brought. Margins only for those who may see costs. */
export async function getOfferResults(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.getOfferResults>,
) {
  const { shopId } = input;
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'offers.read', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const seesCosts = can(actor, 'costs.read', { shop: shopId }) === 'yes';
  const rows = await readResults(tx, input);
  const sums = await first<{ n: number; without: number }>(
    tx,
    sql`select count(*)::int as n, count(*) filter (where b.outcome = 'paid' and not exists (select from concessions c
            where c.team_id = b.team_id and c.bargain_id = b.id and (c.state = 'accepted' or c.act_id is not null)))::int as without
        from bargains b where ${within(tx, input)}`,
  );
  const rungs = (['postage', 'coupon', 'bundle', 'price'] as const).map((rung) => {
    const none = {
      rung,
      offered: 0,
      accepted: 0,
      paid: 0,
      costMinor: 0,
      paidMinor: 0,
      marginMinor: null,
    };
    const row = rows.find((one) => one.rung === rung) ?? none;
    return { ...row, marginMinor: seesCosts ? row.marginMinor : null };
  });
  return {
    currency: shop.currency,
    bargains: sums?.n ?? 0,
    rungs,
    withoutConcession: sums?.without ?? 0,
  };
}
