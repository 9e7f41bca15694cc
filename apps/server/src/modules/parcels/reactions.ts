import { react } from '../../kernel/reactions.ts';
import { orderActed, ordersMirrored, parcelsMirrored } from '../orders/index.ts';
import { taskChanged } from '../teamwork/index.ts';
import { followOrders } from './follow.ts';
import { openProblemOfTask } from './problem.store.ts';
import { endProblems } from './problem.ts';

const moving = ['shipped', 'delivered', 'received', 'completed', 'cancelled'];

export const reactions = [
  react('parcels.followActs', orderActed, async (actor, tx, event) => {
    const { act, orderId } = event.data;
    if (act.state === 'done' && moving.includes(act.kind)) await followOrders(actor, tx, [orderId]);
  }),
  react('parcels.followTasks', taskChanged, async (actor, tx, event) => {
    const { taskId, state } = event.data;
    if (event.actor.kind !== 'member' || (state !== 'done' && state !== 'cancelled')) return;
    const problem = await openProblemOfTask(tx, taskId);
    if (problem) await endProblems(actor, tx, [problem], event.actor.id);
  }),
  react('parcels.followMirror', [parcelsMirrored, ordersMirrored], (actor, tx, event) => {
    const { data } = event as { data: { orderIds?: string[]; orders?: { id: string }[] } };
    const ids = data.orderIds ?? data.orders?.map((order) => order.id) ?? [];
    return followOrders(actor, tx, ids);
  }),
];
