import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { lookAgain } from './jobs.ts';
import { callbackPath, type Hands, openSecrets, providerOf, sealSecrets } from './line.ts';
import {
  countWatched,
  deleteProvider,
  insertProvider,
  readProvider,
  readProviders,
  saveProvider,
} from './provider.store.ts';
import type { ProviderRow } from './tables.ts';

const manage = 'parcels.manage';

function shown(hands: Hands, actor: StaffActor, row: ProviderRow, watching: number) {
  const mine = can(actor, manage, { shop: row.shopId }) === 'yes';
  return {
    id: row.id,
    kind: row.kind,
    shopId: row.shopId,
    enabled: row.enabled,
    state: row.state,
    since: row.stateAt,
    trouble: row.trouble,
    watching,
    callbackPath: callbackPath(actor.team, row.id),
    secrets: [...providerOf(hands, row.kind).secrets],
    can: mine ? ['updateParcelProvider', 'removeParcelProvider'] : [],
  };
}

async function show(hands: Hands, actor: StaffActor, tx: Tx, id: string) {
  const row = await readProvider(tx, id);
  if (!row) throw new Error('a parcel provider vanished');
  return shown(hands, actor, row, (await countWatched(tx)).get(id) ?? 0);
}

/** Accounts of the reader's shops, and those that every shop asks. */
export const listParcelProvidersWith = (hands: Hands) => async (actor: StaffActor, tx: Tx) => {
  const counts = await countWatched(tx);
  const seen = ({ shopId }: ProviderRow) =>
    shopId === null || can(actor, 'parcels.read', { shop: shopId }) === 'yes';
  const rows = (await readProviders(tx)).filter(seen);
  return { items: rows.map((row) => shown(hands, actor, row, counts.get(row.id) ?? 0)) };
};

const missing = (names: readonly string[], secrets: Readonly<Record<string, string>>): string[] =>
  names.filter((name) => !secrets[name]?.trim());

/** Adds an account; what is under way is asked of it from now on. */
export const createParcelProviderWith =
  (hands: Hands) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof parcels.createParcelProvider>) => {
    const { kind, shopId, secrets } = input;
    if (shopId !== null && !(await findShop(tx, shopId))) return refuse('shop.not_found');
    if (can(actor, manage, { shop: shopId }) !== 'yes') return refuse('shop.not_found');
    const names = missing(providerOf(hands, kind).secrets, secrets);
    if (names.length > 0) return refuse('parcel.secret_missing', { names: names.join(', ') });
    const id = newId();
    const made = await insertProvider(tx, {
      id,
      kind,
      shopId,
      secrets: sealSecrets(hands, secrets),
    });
    if (!made) return refuse('parcel.provider_exists');
    await enqueue(tx, lookAgain, { shopId });
    note(tx, actor, 'parcel_provider.created', { id, shopId }, { kind });
    return show(hands, actor, tx, id);
  };

const note = (
  tx: Tx,
  actor: StaffActor,
  action: string,
  { id, shopId }: Pick<ProviderRow, 'id' | 'shopId'>,
  after?: object,
) => record(tx, actor, { action, subject: { kind: 'parcel_provider', id }, after, shop: shopId });

async function reach(
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<ProviderRow | Refusal<'parcel.provider_not_found'>> {
  const row = await readProvider(tx, id);
  const mine = row && can(actor, manage, { shop: row.shopId }) === 'yes';
  return mine ? row : refuse('parcel.provider_not_found');
}

/** Changes credentials, or switches it off and on. */
export const updateParcelProviderWith =
  (hands: Hands) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof parcels.updateParcelProvider>) => {
    const row = await reach(actor, tx, input.providerId);
    if (!('kind' in row)) return row;
    const given = Object.fromEntries(
      Object.entries(input.secrets ?? {}).filter(([, value]) => value.trim() !== ''),
    );
    const secrets = { ...openSecrets(hands, row.secrets), ...given };
    const enabled = input.enabled ?? row.enabled;
    await saveProvider(tx, { id: row.id, secrets: sealSecrets(hands, secrets), enabled });
    await enqueue(tx, lookAgain, { shopId: row.shopId });
    note(tx, actor, 'parcel_provider.changed', row, {
      enabled,
      secrets: Object.keys(given).length > 0,
    });
    return show(hands, actor, tx, row.id);
  };

/** Removes it with its credentials; what it told stays. */
export async function removeParcelProvider(
  actor: StaffActor,
  tx: Tx,
  { providerId }: InputOf<typeof parcels.removeParcelProvider>,
) {
  const row = await reach(actor, tx, providerId);
  if (!('kind' in row)) return row;
  await deleteProvider(tx, row.id);
  await enqueue(tx, lookAgain, { shopId: row.shopId });
  note(tx, actor, 'parcel_provider.removed', row);
  return undefined;
}
