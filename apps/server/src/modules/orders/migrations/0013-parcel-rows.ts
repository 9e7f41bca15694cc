import { publish } from '../../../kernel/migrate.ts';

/**
 * Who told a step: the order's source (empty), or the carrier when it was asked itself. A source that is read again replaces
 * its own steps only. What other modules may know of a parcel is one row; `told` counts the steps in somebody's words.
 */
export const up = `
  alter table parcel_events add column teller text not null default '' check (teller in ('', 'carrier'));
  ${publish(
    'parcel_rows',
    `select x.team_id, x.id, x.shop_id, x.order_id, o.number as order_number, o.status as order_status, o.source as order_source,
       o.buyer_id, x.carrier, x.carrier_name, x.number, x.status, x.source_status, x.delivered_at, x.last_event_at,
       x.created_at, x.mirrored_at, v.told, v.first_at, v.last_text, v.last_place
     from parcels x join orders o on o.team_id = x.team_id and o.id = x.order_id
     cross join lateral (select count(*) filter (where e.text <> '' or e.source_status <> '')::int as told, min(e.at) as first_at,
         (array_agg(e.text order by e.no desc))[1] as last_text, (array_agg(e.place order by e.no desc) filter (where e.place <> ''))[1] as last_place
       from parcel_events e where e.team_id = x.team_id and e.parcel_id = x.id) v`,
  )}`;
