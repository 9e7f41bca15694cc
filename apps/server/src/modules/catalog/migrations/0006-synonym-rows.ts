/** Each group of words becomes a row of its own, changed by itself and never overwritten unseen; a removed one can be brought back. */
export const up = `
  alter table synonym_groups
    add column id uuid not null default gen_random_uuid(),
    add column version int not null default 1,
    add column changed_at timestamptz not null default now(),
    add column removed_at timestamptz,
    drop constraint synonym_groups_pkey,
    add primary key (team_id, id);
  alter table synonym_groups alter column id drop default, drop column no;
  create index synonym_groups_shop on synonym_groups (team_id, shop_id) where removed_at is null;
`;
