import { randomBytes } from 'node:crypto';
import type { channels, InputOf, ReplyOf } from '@guitai/contract';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { once, randomSecret, seal } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import {
  insertChannel,
  listChannelRows,
  readChannel,
  saveChannel,
  saveIdentitySecret,
} from './channel.store.ts';
import { channelChanged } from './events.ts';
import type { ChannelRow } from './tables.ts';

type WebChannel = ReplyOf<typeof channels.updateWebChannel>;

/** A new public key: 96 random bits, safe in an attribute. */
const newSite = (): string => randomBytes(12).toString('base64url');

/** Purpose under which a site's identity secret is sealed. */
export const identityPurpose = 'channels.identity';

const inEach = (texts: Record<string, string>) => ({
  'zh-CN': texts['zh-CN'] ?? '',
  'zh-TW': texts['zh-TW'] ?? '',
  en: texts.en ?? '',
});

const shownOf = ({ identitySecret: _sealed, ...channel }: ChannelRow): WebChannel => ({
  ...channel,
  greeting: inEach(channel.greeting),
  awayNotice: inEach(channel.awayNotice),
});

/** Sites of the shops this reader works in, in the order they were set up. */
export async function listWebChannels(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof channels.listWebChannels>,
) {
  const place = readCursor<[string]>('web-channels', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const shops = sightOf(actor, 'channels.read')?.shops ?? null;
  const shopId = input.shopId ?? null;
  const rows = await listChannelRows(tx, {
    shops,
    shopId,
    after: place?.[0] ?? null,
    limit: limit + 1,
  });
  const page = pageOf('web-channels', rows, limit, (row) => [row.id]);
  return { items: page.items.map(shownOf), next: page.next };
}

type NewChannel = InputOf<typeof channels.createWebChannel>;

/** Sets up a site with a fresh public key and a fresh secret for the shop's tokens. */
export async function addWebChannel(
  actor: Actor,
  tx: Tx,
  input: NewChannel,
  serverSecret: string,
  identitySecret: string = randomSecret(),
): Promise<{ channel: WebChannel; identitySecret: string }> {
  const channel: ChannelRow = {
    id: newId(),
    shopId: input.shopId,
    name: input.name,
    site: newSite(),
    enabled: input.enabled ?? true,
    origins: input.origins ?? [],
    colour: input.colour ?? '#0F766E',
    greeting: input.greeting ?? {},
    awayNotice: input.awayNotice ?? {},
    preChat: input.preChat ?? [],
    identitySecret: seal(serverSecret, identityPurpose, identitySecret),
  };
  await insertChannel(tx, channel);
  tell(actor, tx, channel);
  record(tx, actor, {
    action: 'channel.created',
    subject: { kind: 'channel', id: channel.id },
    after: { name: channel.name, origins: channel.origins },
    shop: channel.shopId,
  });
  return { channel: shownOf(channel), identitySecret };
}

function tell(actor: Actor, tx: Tx, { id, shopId }: ChannelRow): void {
  const data = { channelId: id, shopId };
  emit(tx, channelChanged, { subject: id, reach: { shop: shopId }, actor, data });
}

/** The secret stands in this answer and sealed on the site, never beside an idempotency key. */
export const createWebChannelWith =
  (serverSecret: string) => (actor: StaffActor, bare: Bare, input: NewChannel) =>
    once(
      actor,
      bare,
      serverSecret,
      {
        endpoint: 'createWebChannel',
        input,
        kept: ({ channel }: { channel: WebChannel; identitySecret: string }) => channel,
        again: (channel: WebChannel, identitySecret) => ({ channel, identitySecret }),
      },
      async (tx, identitySecret) => {
        const shop = await findShop(tx, input.shopId);
        if (!shop || can(actor, 'channels.manage', { shop: shop.id }) !== 'yes')
          return refuse('shop.not_found');
        return addWebChannel(actor, tx, input, serverSecret, identitySecret);
      },
    );

/** Changes what is given. The public key and the secret stay, so that pages in the world go on working. */
export async function updateWebChannel(
  actor: StaffActor,
  tx: Tx,
  { channelId, ...given }: InputOf<typeof channels.updateWebChannel>,
) {
  const before = await readChannel(tx, channelId);
  if (!before || can(actor, 'channels.manage', { shop: before.shopId }) !== 'yes') {
    return refuse('channel.not_found');
  }
  const after: ChannelRow = { ...before, ...(given as Partial<ChannelRow>) };
  await saveChannel(tx, after);
  tell(actor, tx, after);
  record(tx, actor, {
    action: 'channel.changed',
    subject: { kind: 'channel', id: channelId },
    before: pick(before, Object.keys(given)),
    after: given,
    shop: before.shopId,
  });
  return shownOf(after);
}

/** A fresh secret for the shop's tokens, when the old one was seen; what the old one signed opens nothing more. */
export const renewIdentitySecretWith =
  (serverSecret: string) =>
  (actor: StaffActor, bare: Bare, input: InputOf<typeof channels.renewIdentitySecret>) =>
    once(
      actor,
      bare,
      serverSecret,
      {
        endpoint: 'renewIdentitySecret',
        input,
        kept: (_: { identitySecret: string }) => null,
        again: (_, identitySecret) => ({ identitySecret }),
      },
      async (tx, identitySecret) => {
        const channel = await readChannel(tx, input.channelId);
        if (!channel || can(actor, 'channels.manage', { shop: channel.shopId }) !== 'yes')
          return refuse('channel.not_found');
        await saveIdentitySecret(
          tx,
          channel.id,
          seal(serverSecret, identityPurpose, identitySecret),
        );
        tell(actor, tx, channel);
        record(tx, actor, {
          action: 'channel.secret_renewed',
          subject: { kind: 'channel', id: channel.id },
          shop: channel.shopId,
        });
        return { identitySecret };
      },
    );

const pick = (from: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
