/**
 * What a source told of a balance last. A balance that stands otherwise was moved here and is ours from then on; those that moved
 * before this are told apart by what was given back to them or taken from them.
 */
export const up = `
  alter table payment_methods add column told_balance_minor bigint;
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update payment_methods m set told_balance_minor = balance_minor where m.team_id = team
          and not exists (select from order_refunds r where r.team_id = team and r.method_id = m.id and r.carrier = 'balance')
          and not exists (select from order_charges c where c.team_id = team and c.method_id = m.id and c.state = 'done')
          and not exists (select from order_payments p where p.team_id = team and p.method_id = m.id and p.reference like 'charge:%');
      end loop;
    end $$`;
