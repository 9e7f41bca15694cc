import type { TaskLinks } from './task.open.ts';
import type { TaskRow } from './task.store.ts';

/** What the task is about, by name; what it is not about is absent. */
export const linksOf = (task: TaskRow): TaskLinks => ({
  ...(task.buyer_id ? { buyerId: task.buyer_id } : {}),
  ...(task.order_id ? { orderId: task.order_id } : {}),
  ...(task.conversation_id ? { conversationId: task.conversation_id } : {}),
  ...(task.case_id ? { caseId: task.case_id } : {}),
  ...(task.parcel_id ? { parcelId: task.parcel_id } : {}),
  ...(task.review_id ? { reviewId: task.review_id } : {}),
  ...(task.promise_id ? { promiseId: task.promise_id } : {}),
});
