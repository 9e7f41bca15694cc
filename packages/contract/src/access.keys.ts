/** Keys for programs. */
import { ApiKey, PermissionName, ShopIds } from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

export const listApiKeys = endpoint({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api-keys',
  summary:
    'API keys of the team, newest first, with last use. The key itself is never shown again.',
  query: Strict(PageQuery),
  reply: Page(ApiKey),
  errors: ['list.cursor_invalid'],
});

export const createApiKey = endpoint({
  id: 'createApiKey',
  method: 'POST',
  path: '/api-keys',
  summary: 'Makes an API key with chosen permissions. The key is shown only in this answer.',
  body: Strict({
    name: Text(60, 1, 'What the key is for.'),
    permissions: Type.Array(PermissionName, { minItems: 1, maxItems: 100, uniqueItems: true }),
    shopIds: ShopIds,
    expiresAt: Nullable(Instant),
  }),
  reply: Type.Object({
    apiKey: ApiKey,
    secret: Type.String({
      description: 'gk_…; send it as Authorization: Bearer, never in an address.',
    }),
  }),
  errors: ['key.permission_not_grantable', 'key.expiry_past', 'shop.not_found'],
});

export const revokeApiKey = endpoint({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/api-keys/:keyId',
  summary: 'Ends a key at once.',
  params: Strict({ keyId: Id }),
  errors: ['key.not_found'],
});
