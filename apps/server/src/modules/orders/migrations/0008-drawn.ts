import { fence, publish } from '../../../kernel/migrate.ts';

/**
 * A card as it was drawn last: its JSON without the opening brace, ready to have `can` laid over it. `until` null: something it
 * shows has changed since, or it was never drawn. Rows exist for every order from its insert on, so that a change and a drawing
 * always meet on a row lock.
 */
const table = `
  create table order_drawn (
    team_id uuid not null,
    order_id uuid not null,
    rest text,
    until timestamptz,
    primary key (team_id, order_id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade) with (fillfactor = 70);
  alter table order_drawn alter column rest set storage main;
  ${fence('order_drawn')}
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        insert into order_drawn (team_id, order_id) select team_id, id from orders where team_id = team;
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;`;

/** Moments at which a card changes although no row does: a parcel without news for three days, a promise that passes. */
const nextMoment = `(select least(min(x.last_event_at + interval '3 days') filter (where x.last_event_at + interval '3 days' > now()),
    min(x.promised_at) filter (where x.promised_at > now()))
  from parcels x where x.team_id = team and x.order_id = of_order and x.delivered_at is null)`;

/**
 * Draws a card and keeps it, unless somebody is changing the order at this moment. The row is locked before the card is read: what
 * was committed before is in it, and who changes something later waits for the lock and marks it.
 */
const draw = `
  create function published.draw_order_card(team uuid, of_order uuid) returns text language plpgsql as $$
  declare
    kept order_drawn;
    drawn text;
    mine boolean;
  begin
    select * into kept from order_drawn d where d.team_id = team and d.order_id = of_order for update skip locked;
    mine := found;
    if kept.until > now() then
      return kept.rest;
    end if;
    select substr(c.card::text, 2) into drawn from published.order_cards c where c.team_id = team and c.id = of_order;
    if mine then
      update order_drawn d set rest = drawn, until = coalesce(${nextMoment}, 'infinity')
        where d.team_id = team and d.order_id = of_order;
    end if;
    return drawn;
  end $$;`;

/**
 * Marks the orders that \`touched\` (team_id, order_id) yields. They are locked one after the other in one order, and also where they
 * are marked already: who draws meanwhile must not keep what this transaction is about to change.
 */
const mark = (touched: string) => `
  perform from order_drawn k join (${touched}) t on t.team_id = k.team_id and t.order_id = k.order_id
    order by k.team_id, k.order_id for update of k;
  update order_drawn k set rest = null, until = null from (${touched}) t
    where k.team_id = t.team_id and k.order_id = t.order_id and k.until is not null;`;

const either = (select: (rows: string) => string) => `
  if tg_op <> 'INSERT' then ${mark(select('old_rows'))} end if;
  if tg_op <> 'DELETE' then ${mark(select('new_rows'))} end if;`;

const follower = (name: string, body: string) => `
  create function ${name}() returns trigger language plpgsql as $$
  begin
    ${body}
    return null;
  end $$;`;

const renamed = (column: string) =>
  `if tg_op = 'UPDATE' then ${mark(`select o.team_id, o.id as order_id
  from new_rows n join old_rows w on w.team_id = n.team_id and w.id = n.id
  join orders o on o.team_id = n.team_id and o.buyer_id = n.${column === 'name' ? 'id' : 'buyer_id'}
  where n.${column} is distinct from w.${column}`)} end if;`;

const followers = `
  ${follower(
    'order_drawn_with_order',
    `if tg_op = 'INSERT' then
      insert into order_drawn (team_id, order_id) select team_id, id from new_rows on conflict do nothing;
    elsif tg_op = 'UPDATE' then ${mark('select team_id, id as order_id from new_rows')} end if;`,
  )}
  ${follower(
    'order_drawn_with_part',
    either((rows) => `select distinct team_id, order_id from ${rows}`),
  )}
  ${follower(
    'order_drawn_with_parcel',
    either(
      (rows) =>
        `select distinct x.team_id, x.order_id from ${rows} r join parcels x on x.team_id = r.team_id and x.id = r.parcel_id`,
    ),
  )}
  ${follower(
    'order_drawn_with_record',
    either(
      (rows) => `select distinct o.team_id, o.id as order_id from ${rows} r
        join orders o on o.team_id = r.team_id and o.shop_id = r.shop_id and o.external_id = r.order_external_id`,
    ),
  )}
  ${follower('order_drawn_with_method', renamed('label'))}
  ${follower('order_drawn_with_buyer', renamed('name'))}
  ${follower(
    'order_drawn_with_member',
    `if tg_op = 'UPDATE' then ${mark(`select k.team_id, k.order_id from order_drawn k where k.until is not null and k.team_id in (
      select n.team_id from new_rows n join old_rows w on w.team_id = n.team_id and w.id = n.id where n.name <> w.name)`)} end if;`,
  )}`;

/** Hangs a follower on every table that \`published.order_cards\` is made of, as it is now. */
const follow = `
  create function follow_order_cards() returns void language plpgsql as $$
  declare
    part record;
    event text;
  begin
    for part in
      with recursive parts as (
        select 'published.order_cards'::regclass::oid as oid
        union
        select d.refobjid from parts p join pg_rewrite r on r.ev_class = p.oid
          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass)
      select c.oid::regclass as name, case
          when c.relname = 'orders' then 'order_drawn_with_order'
          when c.relname = 'parcel_events' then 'order_drawn_with_parcel'
          when c.relname = 'order_records' then 'order_drawn_with_record'
          when c.relname = 'payment_methods' then 'order_drawn_with_method'
          when c.relname = 'buyers' then 'order_drawn_with_buyer'
          when c.relname = 'members' then 'order_drawn_with_member'
          when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'order_id') then 'order_drawn_with_part' end as follower
      from parts p join pg_class c on c.oid = p.oid where c.relkind = 'r'
    loop
      continue when part.follower is null;
      foreach event in array array['insert', 'update', 'delete'] loop
        execute format('create or replace trigger order_drawn_%s after %s on %s referencing %s for each statement execute function %I()',
          event, event, part.name, case event when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows'
            else 'old table as old_rows new table as new_rows' end, part.follower);
      end loop;
    end loop;
  end $$;
  select follow_order_cards();`;

/** Runs again after each further step of the module: a card that shows more follows more tables. */
export const again = 'select follow_order_cards()';

export const up = `
  ${table}
  ${draw}
  ${followers}
  ${follow}
  ${publish(
    'order_shown',
    `select o.team_id, o.id, o.shop_id, o.buyer_id, o.sort_at, o.allows, case when d.until > now() then d.rest end as drawn
     from published.order_cards o join order_drawn d on d.team_id = o.team_id and d.order_id = o.id`,
  )}`;
