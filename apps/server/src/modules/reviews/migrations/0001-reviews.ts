import { fence, publish } from '../../../kernel/migrate.ts';

const reviews = `
  create table reviews (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    source text not null check (source in ('own', 'import', 'api')),
    external_id text collate "C",
    source_hash text,
    buyer_id uuid,
    author text not null default '',
    anonymous boolean not null default false,
    order_id uuid,
    line_no int,
    product_id uuid,
    product_title text not null default '',
    variant text not null default '',
    image_url text,
    rating int not null check (rating between 1 and 5),
    words text not null default '',
    picture_urls text[] not null default '{}',
    tone text not null check (tone in ('positive', 'neutral', 'mixed', 'negative')),
    score int not null,
    strong boolean not null,
    conflict boolean not null,
    hits jsonb not null default '[]',
    bad boolean not null,
    posted_at timestamptz not null,
    told_at timestamptz not null,
    amended_at timestamptz,
    earlier jsonb,
    reply text,
    replied_at timestamptz,
    replied_by uuid,
    thanked_at timestamptz,
    flag_reason text check (flag_reason in ('spam', 'abuse', 'personal_data', 'wrong_product')),
    flag_note text not null default '',
    flagged_at timestamptz,
    flagged_by uuid,
    hidden_at timestamptz,
    hidden_by uuid,
    task_id uuid,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete set null (buyer_id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete set null (order_id),
    foreign key (team_id, product_id) references products (team_id, id) on delete set null (product_id));
  create unique index reviews_line on reviews (team_id, order_id, line_no) where line_no is not null;
  create unique index reviews_external on reviews (team_id, shop_id, external_id) where external_id is not null;
  create index reviews_newest on reviews (team_id, posted_at desc, id desc);
  create index reviews_shop on reviews (team_id, shop_id, posted_at desc, id desc);
  create index reviews_product on reviews (team_id, product_id, posted_at desc, id desc);
  create index reviews_buyer on reviews (team_id, buyer_id, posted_at desc, id desc);
  create index reviews_order on reviews (team_id, order_id) where order_id is not null;
  create index reviews_unanswered on reviews (team_id, posted_at desc, id desc) where reply is null and hidden_at is null;
  create index reviews_flagged on reviews (team_id, posted_at desc, id desc) where flagged_at is not null;
  ${fence('reviews')}`;

const pictures = `
  create table review_pictures (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid,
    review_id uuid,
    no int not null default 0,
    key text not null,
    thumbnail_key text,
    name text not null,
    mime text not null,
    size bigint not null,
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, review_id) references reviews (team_id, id) on delete set null (review_id));
  create index review_pictures_review on review_pictures (team_id, review_id, no) where review_id is not null;
  create index review_pictures_loose on review_pictures (team_id, at) where review_id is null;
  ${fence('review_pictures')}`;

/** Kept with every review in its own transaction, so that a shelf never counts. Hidden reviews are in none. */
const sums = `
  create table review_sums (
    team_id uuid not null,
    product_id uuid not null,
    shop_id uuid not null,
    stars int[] not null default '{0,0,0,0,0}' check (cardinality(stars) = 5 and 0 <= all (stars)),
    count int generated always as (stars[1] + stars[2] + stars[3] + stars[4] + stars[5]) stored,
    total int generated always as (stars[1] + 2 * stars[2] + 3 * stars[3] + 4 * stars[4] + 5 * stars[5]) stored,
    primary key (team_id, product_id),
    foreign key (team_id, product_id) references products (team_id, id) on delete cascade);
  create index review_sums_shop on review_sums (team_id, shop_id);
  ${fence('review_sums')}`;

const settings = `
  create table review_settings (
    team_id uuid not null,
    shop_id uuid not null,
    settings jsonb not null,
    primary key (team_id, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('review_settings')}
  create table review_invitations (
    team_id uuid not null,
    order_id uuid not null,
    shop_id uuid not null,
    message_id uuid not null,
    at timestamptz not null,
    primary key (team_id, order_id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('review_invitations')}`;

/** Who is forgotten leaves what was said of the goods, and nothing that leads back: no name, order or picture. */
const forgetting = `
  create function forget_reviewer() returns trigger language plpgsql as $$
  begin
    new.author := '';
    new.anonymous := true;
    new.order_id := null;
    new.line_no := null;
    new.earlier := null;
    new.picture_urls := '{}';
    new.external_id := null;
    update review_pictures set review_id = null, buyer_id = null where team_id = new.team_id and review_id = new.id;
    return new;
  end $$;
  create trigger reviews_forget before update of buyer_id on reviews
    for each row when (old.buyer_id is not null and new.buyer_id is null) execute function forget_reviewer();`;

const views = `
  ${publish(
    'order_reviews',
    'select team_id, order_id, shop_id, min(rating) as rating, max(posted_at) as posted_at from reviews where order_id is not null group by 1, 2, 3',
  )}`;

export const up = `${reviews} ${pictures} ${sums} ${settings} ${forgetting} ${views}`;
