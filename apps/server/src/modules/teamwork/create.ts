import type { InputOf, teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { detailOf } from './detail.ts';
import { insertItems } from './item.store.ts';
import { fitPeople } from './people.ts';
import { openTask } from './task.open.ts';

/** Opens a task for people of the shop; without anybody named it waits for whoever takes it. */
export async function createTask(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof teamwork.createTask>,
) {
  const { shopId, links = {}, items = [], assigneeIds = [], repeat = null, ...words } = input;
  if (shopId !== null && can(actor, 'tasks.write', { shop: shopId }) !== 'yes') {
    return refuse('shop.not_found');
  }
  if (repeat && !words.dueAt) return refuse('task.repeat_needs_due');
  const unfit = await fitPeople(tx, assigneeIds, shopId);
  if (unfit) return unfit;
  const made = await openTask(actor, tx, { ...words, shopId, links, assigneeIds, repeat });
  await insertItems(tx, made.id, items);
  const shown = await detailOf(actor, tx, made.id);
  if (isRefusal(shown)) throw new Error('who opens a task may see it');
  return shown;
}
