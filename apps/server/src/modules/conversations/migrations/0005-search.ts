import { appRole, fence } from '../../../kernel/migrate.ts';

/**
 * The search over messages: one row a handful of neighbouring messages of one shop, with the tokens of all of them.
 * `no` and `last` are the places of the first and last of them in the log; `seqs`, `messages` and `conversations` go together.
 * Tokens are hashed with the stretch of the log they stand in (65,536 events), so that the newest stretch can be asked first
 * and a word that stands in every second message costs no more than a rare one.
 *
 * Read through a function, for row-level security lets no index answer an operator that is not leakproof; see catalog.
 */
export const up = `
  create table message_search (
    team_id uuid not null,
    no bigint not null,
    last bigint not null,
    shop_id uuid not null,
    seqs bigint[] not null,
    messages uuid[] not null,
    conversations uuid[] not null,
    tokens int[] not null,
    primary key (team_id, no),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  alter table message_search alter column tokens set storage external;
  create index message_search_tokens on message_search using gin (tokens) with (fastupdate = off);
  create index message_search_shop on message_search (team_id, shop_id);
  ${fence('message_search')}
  create policy message_search_owner on message_search to current_user using (true);

  create function message_blocks(wanted int[], shops uuid[], below bigint, before_last bigint, most int)
    returns table (last bigint, seqs bigint[], messages uuid[], conversations uuid[])
    language plpgsql stable security definer set search_path = public, pg_catalog set enable_seqscan = off as $function$
  declare
    team uuid := current_setting('guitai.team')::uuid;
    stretch bigint;
    lowest bigint;
    mask int;
    got int;
    found_so_far int := 0;
  begin
    select s.no >> 16 into lowest from message_search s where s.team_id = team order by s.no limit 1;
    select least(s.no, below - 1) >> 16 into stretch from message_search s where s.team_id = team order by s.no desc limit 1;
    while stretch >= lowest and found_so_far < most loop
      mask := ((stretch * 2654435761) % 4294967296 - 2147483648)::int;
      return query execute format(
        'select s.last, s.seqs, s.messages, s.conversations from message_search s
         where s.team_id = $1 and s.tokens @> %L::int[] and s.no < $2 and s.last < $3 and ($4 is null or s.shop_id = any($4))
         order by s.last desc limit $5',
        array(select t # mask from unnest(wanted) t))
        using team, below, before_last, shops, most - found_so_far;
      get diagnostics got = row_count;
      found_so_far := found_so_far + got;
      stretch := stretch - 1;
    end loop;
  end $function$;
  revoke all on function message_blocks from public;
  grant execute on function message_blocks to ${appRole};
`;
