import { isoColumn } from '../../../kernel/events.ts';
import { fence, publish } from '../../../kernel/migrate.ts';

export const up = `
  create table knowledge_texts (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    external_id text collate "C" not null,
    product_external_id text collate "C",
    topic text not null default '',
    title text not null,
    body text not null,
    attributes jsonb not null default '{}',
    source_hash bytea,
    mirrored_at timestamptz,
    updated_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, shop_id, external_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index knowledge_texts_product on knowledge_texts (team_id, product_external_id, id) where product_external_id is not null;
  ${fence('knowledge_texts')}
  ${publish(
    'knowledge_texts',
    `select team_id, id, shop_id, product_external_id, json_build_object('id', id, 'shopId', shop_id,
       'productExternalId', product_external_id, 'topic', topic, 'title', title, 'body', body, 'attributes', attributes,
       'updatedAt', ${isoColumn('updated_at')}) as text from knowledge_texts`,
  )}`;
