import { isoColumn } from '../../../kernel/events.ts';
import { appRole, fence, publish } from '../../../kernel/migrate.ts';

/**
 * Buyers who are one person. Nothing is moved: a merged buyer is read as its root, and what hangs on it stays where it is, so
 * that parting loses nothing and no merge waits for a hundred thousand messages. `root_id` is where a chain of merges ends.
 */
const table = `
  create table buyer_merges (
    team_id uuid not null,
    id uuid not null,
    survivor_id uuid not null,
    merged_id uuid not null check (merged_id <> survivor_id),
    root_id uuid not null,
    before jsonb not null,
    after jsonb not null,
    reason text not null,
    by_member uuid,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid,
    primary key (team_id, id),
    foreign key (team_id, survivor_id) references buyers (team_id, id) on delete cascade,
    foreign key (team_id, merged_id) references buyers (team_id, id) on delete cascade,
    foreign key (team_id, root_id) references buyers (team_id, id) on delete cascade);
  create unique index buyer_merges_once on buyer_merges (team_id, merged_id) where undone_at is null;
  create index buyer_merges_root on buyer_merges (team_id, root_id) where undone_at is null;
  create index buyer_merges_survivor on buyer_merges (team_id, survivor_id);
  ${fence('buyer_merges')}
  create function root_buyer(team uuid, buyer uuid) returns uuid language sql stable as $$
    select coalesce((select m.root_id from buyer_merges m
      where m.team_id = team and m.merged_id = buyer and m.undone_at is null), buyer) $$;`;

/** Each buyer beside the others who are the same person. */
const same = publish(
  'buyer_same',
  `select m.team_id, m.merged_id as buyer_id, m.root_id as same_id from buyer_merges m where m.undone_at is null
   union all
   select m.team_id, m.root_id, m.merged_id from buyer_merges m where m.undone_at is null
   union all
   select m.team_id, m.merged_id, o.merged_id from buyer_merges m
     join buyer_merges o on o.team_id = m.team_id and o.root_id = m.root_id and o.undone_at is null and o.merged_id <> m.merged_id
     where m.undone_at is null`,
);

/** Whom a colleague stated to be the same person, by a match or by a merge: what both bought stands together. */
const matches = publish(
  'buyer_matches',
  `select team_id, buyer_id, matched_id from buyer_matches
   union all select team_id, buyer_id, same_id from published.buyer_same`,
);

/** The profile of whom a buyer is part of, with the accounts of all who are one with it. */
const profiles = `
  do $$ begin
    execute 'create view published.buyer_profile_rows with (security_invoker = true) as '
      || pg_get_viewdef('published.buyer_profiles'::regclass);
  end $$;
  grant select on published.buyer_profile_rows to ${appRole};
  ${publish(
    'buyer_profiles',
    `select r.team_id, r.asked as id, p.shop_ids, p.allows, case when not r.merged then p.profile else
       (p.profile::jsonb || jsonb_build_object('accounts', coalesce((select jsonb_agg(jsonb_build_object('shopId', a.shop_id,
          'externalId', a.external_id, 'proof', a.proof, 'linkedAt', ${isoColumn('a.linked_at')}) order by a.linked_at, a.id)
        from buyer_accounts a where a.team_id = r.team_id and a.buyer_id = any(array(select r.root union
          select m.merged_id from buyer_merges m where m.team_id = r.team_id and m.root_id = r.root and m.undone_at is null))), '[]')))::json
       end as profile
     from (select b.team_id, b.id as asked, coalesce(m.root_id, b.id) as root, m.root_id is not null or exists (
           select from buyer_merges x where x.team_id = b.team_id and x.root_id = b.id and x.undone_at is null) as merged
         from buyers b left join buyer_merges m on m.team_id = b.team_id and m.merged_id = b.id and m.undone_at is null) r
     join published.buyer_profile_rows p on p.team_id = r.team_id and p.id = r.root`,
  )}`;

export const up = `${table} ${same} ${matches} ${profiles}`;
