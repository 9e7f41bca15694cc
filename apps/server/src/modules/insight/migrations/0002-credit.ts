import { fence, publish } from '../../../kernel/migrate.ts';

const place = `
    team_id uuid not null,
    conversation_id uuid not null,
    episode int not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    day date not null,`;

const ofShop = 'foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade';
const ofTalk =
  'foreign key (team_id, conversation_id) references insight_talks (team_id, conversation_id) on delete cascade';

/** Who last served the product before the order, else who last served the buyer: whom a list of such buyers names. */
const servedLast = `(select v.member_id from insight_services v
      where v.team_id = e.team_id and v.conversation_id = e.conversation_id and v.episode = e.episode
        and v.product_id in (e.product_id, '00000000-0000-0000-0000-000000000000')
      order by v.product_id = e.product_id desc,
        (select max(a) from unnest(v.at_ms) a where e.ordered_at is null or a <= extract(epoch from e.ordered_at) * 1000) desc nulls last,
        v.member_id limit 1)`;

/**
 * Turns say who spoke when, topics which product was under discussion from which message on; services are both together: this person
 * served this product in this session, at these moments (ms; the product of zeros: any). Sales are the goods of orders after an enquiry,
 * the order's money shared out over them to the last unit. All older facts are read from the log again.
 */
export const up = `
  truncate insight_talks, insight_rounds, insight_sessions, insight_parts, insight_enquiries, insight_acts, insight_script_uses,
    insight_calendars, insight_pages;
  delete from reaction_cursors where name = 'insight.facts';

  create table insight_turns (
    team_id uuid not null, conversation_id uuid not null, seq int not null, episode int not null, member_id uuid not null,
    first_at timestamptz not null, last_at timestamptz not null, last_seq int not null, messages int not null,
    primary key (team_id, conversation_id, seq), ${ofTalk}) with (fillfactor = 90);
  ${fence('insight_turns')}

  create table insight_topics (
    team_id uuid not null, conversation_id uuid not null, seq int not null, product_id uuid not null, episode int not null,
    why text not null,
    primary key (team_id, conversation_id, seq, product_id), ${ofTalk});
  ${fence('insight_topics')}

  create table insight_services (${place} product_id uuid not null, member_id uuid not null, why text not null,
    at_ms bigint[] not null, last_at timestamptz not null, messages int not null,
    primary key (team_id, conversation_id, episode, product_id, member_id), ${ofShop}) with (fillfactor = 85);
  create index insight_services_day on insight_services (team_id, shop_id, day);
  ${fence('insight_services')}

  create table insight_sales (${place} order_id uuid not null, product_id uuid not null,
    asked_at timestamptz not null, ordered_at timestamptz not null, paid_at timestamptz,
    value_minor bigint not null, paid_minor bigint not null, reversed_minor bigint not null, reversed boolean not null,
    currency text not null,
    primary key (team_id, conversation_id, episode, order_id, product_id), ${ofShop});
  create index insight_sales_day on insight_sales (team_id, shop_id, day);
  create index insight_sales_buyer on insight_sales (team_id, buyer_id, shop_id);
  ${fence('insight_sales')}

  alter table insight_statements add column rules json;

  ${publish(
    'enquiries',
    `select e.team_id, e.conversation_id, e.episode, e.shop_id, e.buyer_id, e.day, e.product_id, ${servedLast} as member_id, e.asked_at,
       e.order_id, e.ordered_at, e.paid_at, e.value_minor, e.paid_minor, e.reversed_minor, e.reversed, e.currency
     from insight_enquiries e`,
  )}
  ${publish('services', 'select * from insight_services')}`;
