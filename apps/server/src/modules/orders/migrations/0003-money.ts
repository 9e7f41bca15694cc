import { isoColumn as iso } from '../../../kernel/events.ts';
import { fence, publish } from '../../../kernel/migrate.ts';
import { allows, cardWith, list } from './0002-cards.ts';

/** Refunds by what they are for; each has an account of its own in the ledger. */
const causes = `'refund', 'goodwill', 'compensation', 'price_protection', 'cashback'`;

/** One row for each payment of an order, so that no refund can take more from it than it brought. */
const payments = `
  create table order_payments (
    team_id uuid not null,
    order_id uuid not null,
    reference text not null,
    method_kind text not null,
    source_kind text not null default '',
    method_id uuid,
    intent_id uuid,
    paid_minor bigint not null check (paid_minor >= 0),
    refunded_minor bigint not null default 0 check (refunded_minor between 0 and paid_minor),
    at timestamptz,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (team_id, order_id, reference),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, method_id) references payment_methods (team_id, id) on delete set null (method_id));
  ${fence('order_payments')}
  create table order_refunds (
    team_id uuid not null,
    key text collate "C" not null,
    order_id uuid not null,
    act_id uuid not null,
    payment_reference text not null,
    cause text not null check (cause in (${causes})),
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null,
    carrier text not null check (carrier in ('balance', 'gateway', 'hand', 'platform')),
    method_kind text not null,
    method_id uuid,
    state text not null check (state in ('pending', 'done', 'failed')),
    failure text,
    at timestamptz not null,
    settled_at timestamptz,
    primary key (team_id, key),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_refunds_order on order_refunds (team_id, order_id);
  create index order_refunds_act on order_refunds (team_id, act_id);
  create index order_refunds_open on order_refunds (team_id, at) where state = 'pending';
  ${fence('order_refunds')}
  create table order_charges (
    team_id uuid not null,
    act_id uuid not null,
    order_id uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null,
    method_id uuid,
    state text not null check (state in ('pending', 'done', 'failed')),
    reference text,
    at timestamptz not null,
    settled_at timestamptz,
    primary key (team_id, act_id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_charges_open on order_charges (team_id, order_id) where state = 'pending';
  ${fence('order_charges')}`;

const columns = `
  alter table orders add column supplement_minor bigint not null default 0 check (supplement_minor >= 0);
  alter table order_entries drop constraint order_entries_kind_check;
  alter table order_entries add constraint order_entries_kind_check
    check (kind in ('goods', 'discount', 'coupon', 'postage', 'adjustment', 'payment', ${causes}));`;

/**
 * Payments of before, from the ledger. A refund of before named no payment: it goes to payments made with the same means first,
 * then to the largest that is left.
 */
const backfill = `
  create function pg_temp.allocate_refund(team uuid, of_order uuid, method uuid, kind text, amount bigint) returns void
    language plpgsql as $$
    declare p record; part bigint; open bigint := amount;
    begin
      for p in select * from order_payments x where x.team_id = team and x.order_id = of_order and x.refunded_minor < x.paid_minor
        order by x.method_id is not distinct from method desc, x.method_kind = kind desc, x.paid_minor - x.refunded_minor desc, x.reference
      loop
        part := least(open, p.paid_minor - p.refunded_minor);
        update order_payments x set refunded_minor = x.refunded_minor + part
          where x.team_id = team and x.order_id = of_order and x.reference = p.reference;
        open := open - part;
        exit when open = 0;
      end loop;
      if open > 0 then raise exception 'order % has more refunded than paid', of_order; end if;
    end $$;
  do $$
    declare team uuid; r record;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        insert into order_payments (team_id, order_id, reference, method_kind, source_kind, method_id, paid_minor, at, recorded_at)
          select e.team_id, e.order_id, e.reference,
            coalesce((array_agg(e.method_kind order by e.recorded_at desc, e.id desc))[1], 'other'),
            (array_agg(e.source_kind order by e.recorded_at desc, e.id desc))[1],
            (array_agg(e.method_id order by e.recorded_at desc, e.id desc))[1],
            sum(case when e.credit = 'buyer' then e.amount_minor else -e.amount_minor end), min(e.at), min(e.recorded_at)
          from order_entries e where e.team_id = team and e.kind = 'payment'
          group by e.team_id, e.order_id, e.reference
          having sum(case when e.credit = 'buyer' then e.amount_minor else -e.amount_minor end) > 0;
        for r in select e.order_id, e.reference, min(e.recorded_at) as first_at,
              (array_agg(e.method_id order by e.recorded_at desc, e.id desc))[1] as method_id,
              (array_agg(e.method_kind order by e.recorded_at desc, e.id desc))[1] as method_kind,
              sum(case when e.credit = 'money' then e.amount_minor else -e.amount_minor end)::bigint as amount
            from order_entries e where e.team_id = team and e.kind = 'refund' group by e.order_id, e.reference
            having sum(case when e.credit = 'money' then e.amount_minor else -e.amount_minor end) > 0
            order by e.order_id, first_at, e.reference loop
          perform pg_temp.allocate_refund(team, r.order_id, r.method_id, r.method_kind, r.amount);
        end loop;
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;`;

export const totals = `json_build_object('goodsMinor', o.goods_minor, 'discountMinor', o.discount_minor, 'postageMinor', o.postage_minor,
  'adjustmentMinor', o.adjustment_minor, 'totalMinor', o.total_minor, 'paidMinor', o.paid_minor,
  'refundedMinor', o.refunded_minor, 'dueMinor', case when o.status = 'placed' then greatest(o.total_minor - o.paid_minor + o.refunded_minor, 0)
    when o.status in ('cancelled', 'closed_unpaid') then 0 else o.supplement_minor end)`;

/** Money that moved, corrections added up; what was corrected or taken back to nothing leaves no line. */
export const moved = list(
  `json_build_object('id', p.id, 'direction', case p.kind when 'payment' then 'payment' else 'refund' end, 'cause', p.kind,
    'state', coalesce((select r.state from order_refunds r where r.team_id = o.team_id and r.key = p.reference and p.kind <> 'payment'), 'done'),
    'kind', coalesce(p.method_kind, 'other'), 'sourceKind', p.source_kind, 'methodId', p.method_id,
    'label', coalesce(m.label, p.source_kind), 'amountMinor', p.amount, 'reference', p.reference, 'at', ${iso('p.at')})`,
  `(select e.kind, e.reference, (array_agg(e.id order by e.recorded_at, e.id))[1] as id,
      (array_agg(e.method_kind order by e.recorded_at desc, e.id desc))[1] as method_kind,
      (array_agg(e.source_kind order by e.recorded_at desc, e.id desc))[1] as source_kind,
      (array_agg(e.method_id order by e.recorded_at desc, e.id desc))[1] as method_id, min(e.at) as at,
      min(e.recorded_at) as recorded_at,
      sum(case when e.kind = 'payment' and e.credit = 'buyer' or e.kind <> 'payment' and e.credit like 'money%'
        then e.amount_minor else -e.amount_minor end)::bigint as amount
    from order_entries e
    where e.team_id = o.team_id and e.order_id = o.id and e.kind in ('payment', ${causes})
    group by e.kind, e.reference) p
    left join payment_methods m on m.team_id = o.team_id and m.id = p.method_id
    where p.amount <> 0`,
  'p.recorded_at, p.id',
);

export const up = `
  ${columns}
  ${payments}
  ${backfill}
  ${publish('order_cards', `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at, ${allows} as allows, ${cardWith({ totals, payments: moved })} as card from orders o`)}
  ${publish(
    'order_payments',
    `select p.team_id, p.order_id, o.shop_id, o.number, o.currency, p.reference, p.method_kind, p.method_id, p.intent_id,
       p.paid_minor, p.refunded_minor, p.at from order_payments p join orders o on o.team_id = p.team_id and o.id = p.order_id`,
  )}`;
