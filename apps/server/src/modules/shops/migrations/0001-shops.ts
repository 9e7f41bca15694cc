import { fence, publish } from '../../../kernel/migrate.ts';

/** Shops of a team. Settings that were never set are absent and have their default from the rules. */
export const up = `
  create table shops (
    team_id uuid not null,
    id uuid not null,
    name text not null,
    kind text not null check (kind in ('built-in', 'imported')),
    currency text not null,
    timezone text not null,
    locale text not null,
    colour text not null,
    settings jsonb not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (team_id, id));
  create unique index shops_name on shops (team_id, lower(name));
  ${fence('shops')}
  ${publish('shops', 'select team_id, id, name, kind, currency, timezone, locale, colour, settings from shops')}
`;
