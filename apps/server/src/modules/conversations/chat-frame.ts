import type { channels, InputOf, ReplyOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { acceptedTypes } from '../../kernel/files/name.rules.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readChannel } from '../channels/index.ts';
import { findShop, isOpen, type ShopBrief } from '../shops/index.ts';
import { opensNext } from './hours.rules.ts';
import { colleagues } from './names.ts';
import { readPresence } from './presence.store.ts';
import { statusOf } from './presence.ts';

type Frame = ReplyOf<typeof channels.getChatFrame>;

const mostFaces = 5;
/** UTF-16 units of one word of a buyer. */
export const chatTextLength = 5_000;

/** Who answers in this shop, those on duty first. */
async function faces(tx: Tx, shopId: string): Promise<Frame['team']> {
  const presence = new Map((await readPresence(tx)).map((row) => [row.id, row]));
  const people = (await colleagues(tx)).filter(
    ({ role, shopIds }) => role !== 'observer' && (shopIds === null || shopIds.includes(shopId)),
  );
  const shown = people.map(({ id, name }) => ({
    id,
    name,
    title: '',
    avatarUrl: null,
    online: statusOf(presence.get(id)) === 'online',
  }));
  return shown.sort((a, b) => Number(b.online) - Number(a.online)).slice(0, mostFaces);
}

function hoursOf({ settings, timezone }: ShopBrief): Frame['hours'] {
  const at = now();
  const { businessHours } = settings;
  if (businessHours.length === 0) return null;
  const open = isOpen(businessHours, at, timezone);
  const week = businessHours.map(({ weekday, from, until }) => ({ day: weekday, from, to: until }));
  const opensAt = open ? null : (opensNext(businessHours, at, timezone)?.toISOString() ?? null);
  return { open, opensAt, timeZone: timezone, week };
}

/** Everything the chat needs to draw itself. Leaves no row, asks for no secret. */
export const getChatFrameWith =
  (limitBytes: number) =>
  async (actor: BuyerActor, tx: Tx, input: InputOf<typeof channels.getChatFrame>) => {
    const channel = await readChannel(tx, actor.channel);
    const shop = channel && (await findShop(tx, channel.shopId));
    if (!channel || !shop) return refuse('channel.not_found');
    const locale = input.locale ?? actor.locale;
    return {
      site: channel.site,
      shopName: shop.name,
      colour: channel.colour,
      locale,
      origins: channel.origins,
      greeting: channel.greeting[locale] ?? '',
      awayNotice: channel.awayNotice[locale] ?? '',
      team: await faces(tx, shop.id),
      hours: hoursOf(shop),
      preChat: channel.preChat,
      limits: { textLength: chatTextLength, fileBytes: limitBytes, fileTypes: [...acceptedTypes] },
    } satisfies Frame;
  };
