import type { conversations, InputOf } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countFiltered } from './list.store.ts';
import * as store from './saved-view.store.ts';

/** Shared views are made and taken away by those who manage shops; one's own by oneself. */
const mayChange = (
  actor: MemberActor,
  view: Pick<store.ViewRow, 'scope' | 'shopId' | 'ownerId'>,
) =>
  view.scope === 'personal'
    ? view.ownerId === actor.member
    : can(actor, 'shops.manage', { shop: view.shopId }) === 'yes' ||
      (view.scope === 'team' && can(actor, 'shops.manage') === 'yes');

const shown = async (actor: MemberActor, tx: Tx, view: store.ViewRow) => ({
  id: view.id,
  name: view.name,
  scope: view.scope,
  shopId: view.shopId,
  filter: view.filter,
  count: await countFiltered(actor, tx, view.filter),
  can: mayChange(actor, view) ? ['deleteSavedView'] : [],
});

/** SRCH-03: views by name with what is in them for this reader. */
export async function listSavedViews(
  actor: MemberActor,
  tx: Tx,
  _input: InputOf<typeof conversations.listSavedViews>,
) {
  const items = [];
  for (const view of await store.readViews(tx, actor)) items.push(await shown(actor, tx, view));
  return { items };
}

export async function createSavedView(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof conversations.createSavedView>,
) {
  if (input.scope === 'shop' && !input.shopId) return refuse('saved_view.shop_missing');
  const shopId = input.scope === 'shop' ? (input.shopId ?? null) : null;
  const view = { ...input, id: newId(), ownerId: actor.member, shopId };
  if (!mayChange(actor, view)) return refuse('access.denied', { permission: 'shops.manage' });
  if (!(await store.insertView(tx, view))) return refuse('saved_view.name_taken');
  return shown(actor, tx, view);
}

export async function deleteSavedView(
  actor: MemberActor,
  tx: Tx,
  { savedViewId }: InputOf<typeof conversations.deleteSavedView>,
) {
  const view = (await store.readViews(tx, actor)).find(({ id }) => id === savedViewId);
  if (!view) return refuse('saved_view.not_found');
  if (!mayChange(actor, view)) return refuse('access.denied', { permission: 'shops.manage' });
  await store.deleteView(tx, savedViewId);
  return { id: savedViewId };
}
