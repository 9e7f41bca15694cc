import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { ChannelRow } from './tables.ts';

const columns =
  sql.raw(`c.id, c.shop_id as "shopId", c.name, c.site, c.enabled, c.origins, c.colour, c.greeting,
  c.away_notice as "awayNotice", c.pre_chat as "preChat", c.identity_secret as "identitySecret"`);

/** Where a site's public key leads; the directory belongs to no team. */
export const placeOfSite = (
  tx: Tx,
  site: string,
): Promise<{ team: string; channelId: string } | undefined> =>
  first(tx, sql`select team_id as team, channel_id as "channelId" from sites where site = ${site}`);

export const readChannel = (tx: Tx, id: string): Promise<ChannelRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from web_channels c where c.team_id = ${tx.team} and c.id = ${id}`,
  );

/** The first site of a shop that is switched on. */
export const channelOfShop = (tx: Tx, shopId: string): Promise<ChannelRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from web_channels c
        where c.team_id = ${tx.team} and c.shop_id = ${shopId} and c.enabled order by c.id limit 1`,
  );

export const listChannelRows = (
  tx: Tx,
  page: {
    readonly shops: readonly string[] | null;
    readonly shopId: string | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<ChannelRow[]> =>
  run(
    tx,
    sql`select ${columns} from web_channels c
        where c.team_id = ${tx.team}
          and (${page.shops === null} or c.shop_id = any(${[...(page.shops ?? [])]}::uuid[]))
          and (${page.shopId}::uuid is null or c.shop_id = ${page.shopId})
          and (${page.after}::uuid is null or c.id > ${page.after})
        order by c.id limit ${page.limit}`,
  );

export async function insertChannel(tx: Tx, c: ChannelRow): Promise<void> {
  await run(
    tx,
    sql`insert into web_channels (team_id, id, shop_id, name, site, enabled, origins, colour, greeting, away_notice,
          pre_chat, identity_secret)
        values (${tx.team}, ${c.id}, ${c.shopId}, ${c.name}, ${c.site}, ${c.enabled}, ${c.origins}, ${c.colour},
          ${JSON.stringify(c.greeting)}, ${JSON.stringify(c.awayNotice)}, ${JSON.stringify(c.preChat)}, ${c.identitySecret})`,
  );
  await run(
    tx,
    sql`insert into sites (site, team_id, channel_id) values (${c.site}, ${tx.team}, ${c.id})`,
  );
}

export const saveIdentitySecret = (tx: Tx, id: string, sealed: ChannelRow['identitySecret']) =>
  run(
    tx,
    sql`update web_channels set identity_secret = ${sealed} where team_id = ${tx.team} and id = ${id}`,
  );

export const saveChannel = (tx: Tx, c: ChannelRow): Promise<unknown> =>
  run(
    tx,
    sql`update web_channels set name = ${c.name}, enabled = ${c.enabled}, origins = ${c.origins}, colour = ${c.colour},
          greeting = ${JSON.stringify(c.greeting)}, away_notice = ${JSON.stringify(c.awayNotice)},
          pre_chat = ${JSON.stringify(c.preChat)}
        where team_id = ${tx.team} and id = ${c.id}`,
  );
