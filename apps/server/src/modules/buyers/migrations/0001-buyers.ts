import { isoColumn } from '../../../kernel/events.ts';
import { fence, publish } from '../../../kernel/migrate.ts';

const buyerTables = `
  create table buyers (
    team_id uuid not null,
    id uuid not null,
    shop_ids uuid[] not null,
    name text not null default '',
    locale text,
    phone text,
    phone_country text,
    phone_valid boolean,
    phone_tail text generated always as (right(phone, 4)) stored,
    email text,
    contact_proof text not null default 'claimed' check (contact_proof in ('claimed', 'verified')),
    level text,
    friendliness smallint check (friendliness between 1 and 5),
    tags text[] not null default '{}',
    remark text not null default '',
    attributes jsonb not null default '{}',
    version int not null default 1,
    mirrored_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (team_id, id));
  create index buyers_newest on buyers (team_id, updated_at desc, id desc);
  create index buyers_phone on buyers (team_id, phone) where phone is not null;
  create index buyers_phone_tail on buyers (team_id, phone_tail) where phone is not null;
  create index buyers_email on buyers (team_id, email) where email is not null;
  ${fence('buyers')}
  create table buyer_accounts (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    external_id text collate "C" not null,
    buyer_id uuid not null,
    proof text not null check (proof in ('verified', 'claimed')),
    source_hash bytea,
    linked_at timestamptz not null default now(),
    primary key (team_id, id),
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade,
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create unique index buyer_accounts_verified on buyer_accounts (team_id, shop_id, external_id) where proof = 'verified';
  create index buyer_accounts_buyer on buyer_accounts (team_id, buyer_id);
  create index buyer_accounts_external on buyer_accounts (team_id, external_id);
  ${fence('buyer_accounts')}
  create table buyer_addresses (
    team_id uuid not null,
    id uuid not null,
    buyer_id uuid not null,
    main boolean not null default false,
    source text not null default 'member' check (source in ('member', 'import', 'buyer')),
    name text not null default '',
    phone text not null default '',
    country text not null default '',
    province text not null default '',
    city text not null default '',
    district text not null default '',
    street text not null default '',
    postcode text not null default '',
    raw text,
    primary key (team_id, id),
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create index buyer_addresses_buyer on buyer_addresses (team_id, buyer_id);
  ${fence('buyer_addresses')}`;

/** States of a buyer as rows that say who and when. */
const stateTables = `
  create table blocklistings (
    team_id uuid not null,
    buyer_id uuid not null,
    reason text not null,
    by_member uuid,
    at timestamptz not null default now(),
    primary key (team_id, buyer_id),
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  ${fence('blocklistings')}
  create table buyer_matches (
    team_id uuid not null,
    buyer_id uuid not null,
    matched_id uuid not null check (matched_id <> buyer_id),
    reason text not null,
    by_member uuid,
    at timestamptz not null default now(),
    primary key (team_id, buyer_id),
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade,
    foreign key (team_id, matched_id) references buyers (team_id, id) on delete cascade);
  create index buyer_matches_matched on buyer_matches (team_id, matched_id);
  ${fence('buyer_matches')}
  create table reveal_budgets (
    team_id uuid not null,
    reader_id uuid not null,
    times timestamptz[] not null default '{}',
    primary key (team_id, reader_id));
  ${fence('reveal_budgets')}`;

/** Names of facts whose texts are personal wherever a source puts them. */
const personalKey =
  '电话|手机|姓名|地址|住址|收件|收货|抬头|身份证|邮箱|phone|mobile|tel$|e?mail|address|street|recipient|receiver|consignee|id_?card';

/**
 * What a reader sees of personal data before revealing it; the same rules as mask.rules.ts. The one-liners are not `strict`:
 * PostgreSQL puts them in line only then, and a function of SQL that is not put in line costs a hundred times its work.
 */
const masks = `
  create function mask_phone(phone text) returns text language plpgsql immutable strict parallel safe as $$
  declare
    d text := regexp_replace(regexp_replace(phone, '^\\+86', ''), '[^0-9]', '', 'g');
    n int := length(d);
  begin
    return case when n = 0 then '' when n < 7 then repeat('*', n)
      else left(d, 3) || '****' || right(d, least(4, n - 6)) end;
  end $$;
  create function mask_email(email text) returns text language sql immutable parallel safe as $$
    select case when strpos(email, '@') > 1 then left(email, 1) || '***' || substr(email, strpos(email, '@'))
      when email is not null then '***' end $$;
  create function mask_name(name text) returns text language sql immutable parallel safe as $$
    select case when name = '' then '' else left(name, 1) || '**' end $$;
  create function mask_street(street text) returns text language sql immutable parallel safe as $$
    select case when street = '' then '' else left(street, least(4, length(street) / 3)) || '****' end $$;
  create function mask_facts(doc jsonb, personal boolean default false) returns jsonb
    language plpgsql immutable strict parallel safe as $$
  declare
    made jsonb;
    said text;
  begin
    if doc = '{}' then
      return doc;
    elsif jsonb_typeof(doc) = 'object' then
      select coalesce(jsonb_object_agg(key, mask_facts(value, personal or key ~* '${personalKey}')), '{}')
        into made from jsonb_each(doc);
      return made;
    elsif jsonb_typeof(doc) = 'array' then
      select coalesce(jsonb_agg(mask_facts(value, personal) order by n), '[]')
        into made from jsonb_array_elements(doc) with ordinality e(value, n);
      return made;
    elsif jsonb_typeof(doc) <> 'string' then
      return case when personal and jsonb_typeof(doc) = 'number' then to_jsonb(mask_phone(doc::text)) else doc end;
    end if;
    said := doc #>> '{}';
    if not personal then
      return to_jsonb(regexp_replace(said, '(?<![0-9])(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9])', '\\1****\\2', 'g'));
    elsif strpos(said, '@') > 1 then return to_jsonb(mask_email(said));
    elsif said ~ '^[+(]?[0-9() -]{5,}$' then return to_jsonb(mask_phone(said));
    else return to_jsonb(mask_street(said));
    end if;
  end $$;
  create function published.with_can(doc json, allows text[], granted text[]) returns json
    language plpgsql immutable parallel safe as $$
  declare
    acts text;
  begin
    select coalesce(json_agg(distinct act), '[]')::text into acts from unnest(allows) act where act = any(granted);
    return ('{"can":' || acts || ',' || substr(doc::text, 2))::json;
  end $$;`;

const summaryKeys = `
  'id', b.id, 'name', b.name, 'phone', mask_phone(b.phone), 'email', mask_email(b.email), 'level', b.level,
  'friendliness', b.friendliness, 'tags', b.tags,
  'blocked', exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id),
  'verified', exists (select from buyer_accounts a where a.team_id = b.team_id and a.buyer_id = b.id and a.proof = 'verified'),
  'shopIds', b.shop_ids, 'updatedAt', ${isoColumn('b.updated_at')}`;

const summaries = publish(
  'buyer_summaries',
  `select b.team_id, b.id, b.shop_ids, b.name, b.updated_at, json_build_object(${summaryKeys}) as summary from buyers b`,
);

const accounts = `coalesce((select json_agg(json_build_object('shopId', a.shop_id, 'externalId', a.external_id, 'proof', a.proof,
    'linkedAt', ${isoColumn('a.linked_at')}) order by a.linked_at, a.id)
  from buyer_accounts a where a.team_id = b.team_id and a.buyer_id = b.id), '[]')`;

const addresses = `coalesce((select json_agg(json_build_object('id', a.id, 'main', a.main, 'address', json_build_object(
    'name', mask_name(a.name), 'phone', mask_phone(a.phone), 'country', a.country, 'province', a.province, 'city', a.city,
    'district', a.district, 'street', mask_street(a.street), 'postcode', a.postcode, 'masked', true)) order by a.main desc, a.id)
  from buyer_addresses a where a.team_id = b.team_id and a.buyer_id = b.id), '[]')`;

const blocklisting = `(select json_build_object('reason', l.reason, 'byId', l.by_member, 'byName', m.name, 'at', ${isoColumn('l.at')})
  from blocklistings l left join published.members m on m.team_id = l.team_id and m.id = l.by_member
  where l.team_id = b.team_id and l.buyer_id = b.id)`;

const match = `(select json_build_object('buyerId', x.matched_id, 'name', k.name, 'reason', x.reason, 'byId', x.by_member,
    'byName', m.name, 'at', ${isoColumn('x.at')})
  from buyer_matches x join buyers k on k.team_id = x.team_id and k.id = x.matched_id
  left join published.members m on m.team_id = x.team_id and m.id = x.by_member
  where x.team_id = b.team_id and x.buyer_id = b.id)`;

const allows = `array['updateBuyer', 'setBuyerTags', 'revealBuyerField', 'listBuyerCandidates', 'listBuyerOrders',
  case when exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id)
    then 'removeBuyerBlock' else 'setBuyerBlock' end,
  case when exists (select from buyer_matches x where x.team_id = b.team_id and x.buyer_id = b.id)
    then 'removeBuyerMatch' else 'confirmBuyerMatch' end]`;

/** The whole profile as JSON text, without \`can\`: lay \`published.with_can(profile, allows, granted)\` over it. */
const profiles = publish(
  'buyer_profiles',
  `select b.team_id, b.id, b.shop_ids, ${allows} as allows, json_build_object(${summaryKeys},
    'locale', b.locale, 'remark', b.remark, 'phoneCountry', b.phone_country, 'phoneValid', b.phone_valid,
    'blocklisting', ${blocklisting}, 'accounts', ${accounts}, 'addresses', ${addresses}, 'match', ${match},
    'attributes', mask_facts(b.attributes), 'version', b.version, 'createdAt', ${isoColumn('b.created_at')},
    'mirroredAt', ${isoColumn('b.mirrored_at')}) as profile
  from buyers b`,
);

const matches = publish('buyer_matches', 'select team_id, buyer_id, matched_id from buyer_matches');

const names = publish('buyer_names', 'select team_id, id, name, shop_ids from buyers');

export const up = `${buyerTables} ${stateTables} ${masks} ${summaries} ${profiles} ${matches} ${names}`;
