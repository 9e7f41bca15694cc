import type { access, InputOf } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { voidRequestsOf } from './approval.void.ts';
import { keyCreated, keyRevoked } from './events.ts';
import { insertKey, type KeyLine, listKeys, markRevoked } from './key.store.ts';
import { once } from './once.ts';
import type { AccessNeeds } from './ports.ts';
import { keyPermissions } from './roles.rules.ts';
import { hashToken, teamToken } from './secrets.ts';
import { shopsExist } from './shops-exist.ts';

const shown = (key: KeyLine) => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  permissions: key.permissions as access.Permission[],
  shopIds: key.shop_ids,
  createdBy: { id: key.created_by, name: key.creator },
  createdAt: key.created_at,
  expiresAt: key.expires_at,
  lastUsedAt: key.last_used_at,
  revokedAt: key.revoked_at,
  can: key.revoked_at === null ? ['revokeApiKey'] : [],
});

/** Keys of the team, newest first. */
export async function listApiKeys(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.listApiKeys>,
) {
  const place = readCursor<[string]>('api-keys', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const rows = await listKeys(tx, actor.team, { below: place?.[0], limit: limit + 1 });
  const page = pageOf('api-keys', rows, limit, (row) => [row.id]);
  return { items: page.items.map(shown), next: page.next };
}

type NewKeyInput = InputOf<typeof access.createApiKey>;

/** `gk_` lets scanners find a key that leaked; the team at the end lets it be looked up inside the fence. */
const keyText = (team: string, token: string): string => `gk_${teamToken(team, token)}`;

async function makeKey(actor: MemberActor, tx: Tx, input: NewKeyInput, token: string) {
  const barred = input.permissions.find((permission) => !keyPermissions.includes(permission));
  if (barred) return refuse('key.permission_not_grantable', { permission: barred });
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  if (expiresAt && !(expiresAt > now())) return refuse('key.expiry_past');
  const unknown = await shopsExist(tx, input.shopIds);
  if (unknown) return unknown;
  const secret = keyText(actor.team, token);
  const id = newId();
  await insertKey(tx, {
    id,
    team: actor.team,
    name: input.name,
    prefix: secret.slice(0, 11),
    hash: hashToken(secret),
    permissions: input.permissions,
    shops: input.shopIds,
    createdBy: actor.member,
    expiresAt,
  });
  record(tx, actor, {
    action: 'key.created',
    subject: { kind: 'key', id },
    after: {
      name: input.name,
      permissions: input.permissions,
      shopIds: input.shopIds,
      expiresAt: input.expiresAt,
    },
  });
  emit(tx, keyCreated, { subject: id, actor, data: { keyId: id } });
  const [line] = await listKeys(tx, actor.team, { id, limit: 1 });
  if (!line) throw new Error('a key was not found right after it was made');
  return { apiKey: shown(line), secret };
}

/** Makes a key; the key itself is in this answer and nowhere else. */
export const createApiKeyWith =
  (needs: AccessNeeds) => async (actor: StaffActor, bare: Bare, input: NewKeyInput) => {
    if (actor.kind !== 'member') return refuse('access.denied', { permission: 'keys.manage' });
    return once(
      actor,
      bare,
      needs.secretKey,
      {
        endpoint: 'createApiKey',
        input,
        kept: ({ apiKey }: { apiKey: ReturnType<typeof shown>; secret: string }) => apiKey,
        again: (apiKey, token) => ({ apiKey, secret: keyText(actor.team, token) }),
      },
      (tx, token) => makeKey(actor, tx, input, token),
    );
  };

/** Ends a key at once. Ending one that has ended changes nothing. */
export async function revokeApiKey(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.revokeApiKey>,
) {
  const [key] = await listKeys(tx, actor.team, { id: input.keyId, limit: 1 });
  if (!key) return refuse('key.not_found');
  if (!(await markRevoked(tx, actor.team, key.id))) return;
  await voidRequestsOf(actor, tx, key.id);
  record(tx, actor, {
    action: 'key.revoked',
    subject: { kind: 'key', id: key.id },
    before: { name: key.name },
  });
  emit(tx, keyRevoked, { subject: key.id, actor, data: { keyId: key.id } });
}
