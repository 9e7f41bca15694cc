/** Sites that carry the chat, as the team sets them up. */
import { Origin, PreChatField, SiteKey } from './channels.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Locale, Page, PageQuery, Text, Type } from './schema.ts';

/** A site that carries the chat, as the shop sets it up. */
export const WebChannel = Type.Object({
  id: Id,
  shopId: Id,
  name: Text(100),
  site: SiteKey,
  enabled: Type.Boolean(),
  origins: Type.Array(Origin),
  colour: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
  greeting: Type.Record(Locale, Text(1000)),
  awayNotice: Type.Record(Locale, Text(1000)),
  preChat: Type.Array(PreChatField),
});

const webChannelFields = {
  name: Type.Optional(Text(100, 1)),
  enabled: Type.Optional(Type.Boolean()),
  origins: Type.Optional(Type.Array(Origin, { maxItems: 50 })),
  colour: Type.Optional(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })),
  greeting: Type.Optional(Type.Partial(Type.Record(Locale, Text(1000)))),
  awayNotice: Type.Optional(Type.Partial(Type.Record(Locale, Text(1000)))),
  preChat: Type.Optional(Type.Array(PreChatField, { maxItems: 3 })),
};

/** Sites of the team that carry the chat. */
export const listWebChannels = endpoint({
  id: 'listWebChannels',
  method: 'GET',
  path: '/web-channels',
  summary: 'Sites that carry the chat',
  query: Strict({ ...PageQuery, shopId: Type.Optional(Id) }),
  reply: Page(WebChannel),
});

/** A new site; `identitySecret` (for signing buyers' identity tokens, HS256) is shown this once. */
export const createWebChannel = endpoint({
  id: 'createWebChannel',
  method: 'POST',
  path: '/web-channels',
  summary: 'Set up the chat for one more site',
  body: Strict({ ...webChannelFields, shopId: Id, name: Text(100, 1) }),
  reply: Type.Object({ channel: WebChannel, identitySecret: Type.String() }),
  errors: ['shop.not_found'] as const,
});

/** Changes domains, colour, words or the form of a site. */
export const updateWebChannel = endpoint({
  id: 'updateWebChannel',
  method: 'PATCH',
  path: '/web-channels/:channelId',
  summary: 'Change a site that carries the chat',
  params: Strict({ channelId: Id }),
  body: Strict(webChannelFields),
  reply: WebChannel,
  errors: ['channel.not_found'] as const,
});

/** Another identity secret, shown this once; tokens signed with the old one open nothing from now on. */
export const renewIdentitySecret = endpoint({
  id: 'renewIdentitySecret',
  method: 'POST',
  path: '/web-channels/:channelId/identity-secrets',
  summary: 'Replace the secret that signs the buyers of a site',
  params: Strict({ channelId: Id }),
  reply: Type.Object({ identitySecret: Type.String() }),
  errors: ['channel.not_found'] as const,
});
