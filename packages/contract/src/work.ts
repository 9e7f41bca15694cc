import { Id, Instant, Nullable, OneOf, Type } from './schema.ts';

export const taskStates = ['open', 'doing', 'done', 'cancelled'] as const;
export const TaskState = OneOf(taskStates, 'Where a task stands.');
export const TaskPriority = OneOf(['normal', 'high'] as const);

/** What a task is about; each is shown to those who may see it. */
export const TaskLinks = Type.Object({
  buyerId: Type.Optional(Id),
  orderId: Type.Optional(Id),
  conversationId: Type.Optional(Id),
  caseId: Type.Optional(Id),
  parcelId: Type.Optional(Id),
  reviewId: Type.Optional(Id),
  promiseId: Type.Optional(Id),
});

/** Data of `task.opened` and `task.changed`: what lists, counters and reminders need. */
export const TaskTold = Type.Object({
  taskId: Id,
  shopId: Nullable(Id),
  state: TaskState,
  stateBefore: Nullable(TaskState),
  dueAt: Nullable(Instant),
  assigneeIds: Type.Array(Id),
  makerId: Nullable(Id),
  links: TaskLinks,
});
