import { appRole } from '../../../kernel/migrate.ts';

/**
 * Beside the ids of a row, a sign of 256 bits for each message: which of the neighbours may hold the word is known before any of
 * them is read. What was indexed without signs is indexed again from the log.
 */
export const up = `
  delete from message_search;
  delete from reaction_cursors where name = 'conversations.index';
  alter table message_search add column signs bytea not null;
  alter table message_search alter column signs set storage external;

  drop function message_blocks(int[], uuid[], bigint, bigint, int);
  create function message_blocks(wanted int[], shops uuid[], below bigint, before_last bigint, most int)
    returns table (last bigint, seqs bigint[], messages uuid[], conversations uuid[], signs bytea)
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
        'select s.last, s.seqs, s.messages, s.conversations, s.signs from message_search s
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
