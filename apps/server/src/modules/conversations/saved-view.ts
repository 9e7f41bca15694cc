import type { conversations, InputOf } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { countFiltered } from './list.store.ts';
import * as store from './saved-view.store.ts';

/** More of one's own nobody finds again. */
const mostOwn = 50;

/** Shared views are made and taken away by those who manage that shop, the team's by who manages all; one's own by oneself. */
const mayChange = (
  actor: MemberActor,
  view: Pick<store.ViewRow, 'scope' | 'shopId' | 'ownerId'>,
) =>
  view.scope === 'personal'
    ? view.ownerId === actor.member
    : can(actor, 'shops.manage', { shop: view.shopId }) === 'yes';

const shown = (actor: MemberActor, view: store.ViewRow, count: number) => ({
  id: view.id,
  name: view.name,
  scope: view.scope,
  shopId: view.shopId,
  filter: view.filter,
  count,
  can: mayChange(actor, view) ? ['deleteSavedView'] : [],
});

/** SRCH-03: views by name with what is in them for this reader. */
export async function listSavedViews(
  actor: MemberActor,
  tx: Tx,
  _input: InputOf<typeof conversations.listSavedViews>,
) {
  const views = await store.readViews(tx, actor);
  const counts = await countFiltered(
    actor,
    tx,
    views.map(({ filter }) => filter),
  );
  return { items: views.map((view, n) => shown(actor, view, counts[n] ?? 0)) };
}

export async function createSavedView(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof conversations.createSavedView>,
) {
  if (input.scope === 'shop' && !input.shopId) return refuse('saved_view.shop_missing');
  const shopId = input.scope === 'shop' ? (input.shopId ?? null) : null;
  const view = { ...input, id: newId(), ownerId: actor.member, shopId };
  if (!mayChange(actor, view)) return refusedTo(actor, view.scope);
  if (view.scope === 'personal' && (await store.countOwn(tx, actor)) >= mostOwn)
    return refuse('saved_view.too_many', { limit: mostOwn });
  if (!(await store.insertView(tx, view))) return refuse('saved_view.name_taken');
  const [count = 0] = await countFiltered(actor, tx, [view.filter]);
  return shown(actor, view, count);
}

/** Who manages some shops is told that a view for one of them remains. */
const refusedTo = (actor: MemberActor, scope: store.ViewRow['scope']) =>
  scope === 'team' && can(actor, 'shops.manage') === 'yes'
    ? refuse('saved_view.beyond_reach')
    : refuse('access.denied', { permission: 'shops.manage' });

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
