/** `catalog_match` as before; initials with words left out that begin with the name (`skippingFirst`) weigh more than those from its middle. */
export const up = `
  create or replace function catalog_match(plan jsonb, shops uuid[], only_available boolean, most int)
    returns table (product_id uuid, score int)
    language plpgsql stable security definer set search_path = public, pg_catalog set enable_seqscan = off as $function$
  declare
    holds text;
    points text;
  begin
    if jsonb_array_length(plan->'terms') > 0 then
      select string_agg('(' || t.sets || ')', ' and '), string_agg(t.points, ' + ')
        into holds, points
        from (
          select
            (select string_agg(format('s.tokens @> %L::int[]', translate(s.value::text, '[] ', '{}')), ' or ')
              from jsonb_array_elements(term->'anyOf') s) as sets,
            (select 'case ' || string_agg(p.clauses, ' ' order by p.n) || ' else -100000 end' from (
              select n, case when word ~ '[a-z0-9]' then format('when strpos(s.codes, %L) > 0 then 500 ', ' ' || word || ' ') else '' end
                || format('when strpos(s.title, %1$L) > 0 then %3$s when strpos(s.title, %2$L) > 0 then %4$s
                  when strpos(s.more, %2$L) > 0 then 60 when strpos(s.codes, %2$L) > 0 then 50',
                  ' ' || word, word, 120 - 20 * (n > 1)::int, 100 - 20 * (n > 1)::int) as clauses
              from jsonb_array_elements_text(term->'words') with ordinality w(word, n)
              union all
              select 1000, format('when strpos(s.initials, %2$L) > 0 then 40 when strpos(s.pinyin, %1$L) > 0 then 45
                when strpos(s.pinyin, %2$L) > 0 then 35', ' ' || (term->>'spoken'), term->>'spoken')
              where term->>'spoken' is not null
              union all
              select 1001, format('when s.initials ~ %L then 28 when s.initials ~ %L then 25', term->>'skippingFirst', term->>'skipping')
              where term->>'skipping' is not null) p) as points
          from jsonb_array_elements(plan->'terms') term) t;
    else
      holds := format('s.tokens @> %L::int[]', translate((plan->'allOf')::text, '[] ', '{}'));
      select coalesce(string_agg(format('10 * (strpos(s.title, %L) > 0)::int', pair), ' + '), '0')
        into points from jsonb_array_elements_text(plan->'pairs') pair;
    end if;
    return query execute format(
      'select w.product_id, w.points + w.available::int from (
         select s.product_id, s.available, %s as points from (
           select * from product_search s
           where s.team_id = current_setting(''guitai.team'')::uuid and (%s)
             and ($1 is null or s.shop_id = any($1)) and (not $2 or s.available)
           limit $3) s) w
       where w.points >= 0', points, holds)
      using shops, only_available, most;
  end $function$;
`;
