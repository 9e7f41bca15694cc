import type { SystemActor } from '../../kernel/actor.ts';
import { react } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { memberDeactivated } from '../access/index.ts';
import { membersWith, notify } from '../notices/index.ts';
import { lockTask, pendingOf } from './task.store.ts';

/** Somebody left: who manages tasks is offered what that person had. */
export const offerOrphans = react(
  'teamwork.offerOrphans',
  memberDeactivated,
  async (_actor: SystemActor, tx: Tx, { seq, data: { memberId } }) => {
    const pending = await pendingOf(tx, memberId);
    const tasks = await Promise.all(pending.map(({ task_id: id }) => lockTask(tx, id)));
    for (const shopId of new Set(tasks.map((task) => task?.shop_id ?? null))) {
      const count = tasks.filter((task) => (task?.shop_id ?? null) === shopId).length;
      await notify(tx, {
        to: await membersWith(tx, 'tasks.manage', shopId),
        kind: 'task_orphaned',
        shopId,
        subject: { kind: 'member', id: memberId },
        path: '/tasks?view=orphaned',
        params: { count },
        key: `orphans ${memberId} ${seq}`,
      });
    }
  },
);
