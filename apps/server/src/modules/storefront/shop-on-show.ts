import { type Actor, type NobodyActor, type SystemActor, system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { knownTeams } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type ChannelRow, channelOfShop, readChannel } from '../channels/index.ts';
import { type SampleShopRow, sampleShopOf } from '../sample/index.ts';
import { briefShops, findShop, type ShopBrief } from '../shops/index.ts';

/** The shop whose shelf is shown, and who looks after it. */
export interface OnShow {
  readonly actor: SystemActor;
  readonly shop: ShopBrief;
  readonly channel: ChannelRow | null;
  /** Set when it is the sample shop: its shoppers may be taken on. */
  readonly sample: SampleShopRow | null;
}

const nobody: NobodyActor = { kind: 'nobody', team: null, locale: 'en' };

async function show(
  actor: SystemActor,
  tx: Tx,
  shopId: string,
  channel: ChannelRow | null,
): Promise<OnShow | null> {
  const shop = await findShop(tx, shopId);
  const sample = await sampleShopOf(tx);
  return shop && { actor, shop, channel, sample: sample?.shop_id === shopId ? sample : null };
}

/** The team's sample shop, otherwise its first built-in shop that has a chat. */
async function firstOfTeam(actor: SystemActor, tx: Tx): Promise<OnShow | null> {
  const sample = await sampleShopOf(tx);
  const own = (await briefShops(tx, null)).filter((shop) => shop.kind === 'built-in');
  const ids = sample ? [sample.shop_id] : own.map((shop) => shop.id);
  for (const shopId of ids) {
    const channel = (await channelOfShop(tx, shopId)) ?? null;
    if (channel || sample) return show(actor, tx, shopId, channel);
  }
  return null;
}

const asking = (team: string) => system(team, 'storefront.look');

async function teamsToAsk(db: Db, actor: Actor): Promise<string[]> {
  return actor.team === null ? db.outside(nobody, knownTeams) : [actor.team];
}

/** The shop on show for whoever asks: the site's own, the team's own, or the first there is. */
export async function shopOnShow(
  db: Db,
  actor: Actor,
): Promise<OnShow | Refusal<'storefront.empty'>> {
  if (actor.kind === 'buyer') {
    const known = asking(actor.team);
    const found = await db.read(known, async (tx) =>
      show(known, tx, actor.shop, (await readChannel(tx, actor.channel)) ?? null),
    );
    return found ?? refuse('storefront.empty');
  }
  for (const team of await teamsToAsk(db, actor)) {
    const found = await db.read(asking(team), (tx) => firstOfTeam(asking(team), tx));
    if (found) return found;
  }
  return refuse('storefront.empty');
}
