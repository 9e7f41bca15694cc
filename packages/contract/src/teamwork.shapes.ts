import { Strict } from './endpoint.ts';
import { Can, Id, Instant, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

export const taskStates = ['open', 'doing', 'done', 'cancelled'] as const;
export const TaskState = OneOf(taskStates, 'Where a task stands.');
export type TaskStateWord = (typeof taskStates)[number];
export const TaskPriority = OneOf(['normal', 'high'] as const);

/** What a task is about; each is shown to those who may see it. */
export const TaskLinks = Strict({
  buyerId: Type.Optional(Id),
  orderId: Type.Optional(Id),
  conversationId: Type.Optional(Id),
  caseId: Type.Optional(Id),
  parcelId: Type.Optional(Id),
  reviewId: Type.Optional(Id),
  promiseId: Type.Optional(Id),
});
export type TaskLinksShape = Static<typeof TaskLinks>;

/** A task that comes again: the next is opened when this one is done, at the same clock in the shop's time zone. */
export const TaskRepeat = Strict({ every: OneOf(['day', 'week'] as const) });

const Person = Type.Object({ id: Id, name: Type.String(), active: Type.Boolean() });

export const Task = Type.Object({
  id: Id,
  shopId: Nullable(Id),
  title: Type.String(),
  body: Type.String(),
  state: TaskState,
  priority: TaskPriority,
  dueAt: Nullable(Instant),
  timezone: Type.String({ description: "The shop's time zone, in which the due time is meant." }),
  remindMinutes: Nullable(Type.Integer()),
  repeat: Nullable(TaskRepeat),
  links: TaskLinks,
  assignees: Type.Array(Person),
  maker: Type.Object({ kind: Type.String(), id: Nullable(Id), name: Type.String() }),
  itemsDone: Type.Integer(),
  itemsAll: Type.Integer(),
  comments: Type.Integer(),
  version: Type.Integer(),
  madeAt: Instant,
  changedAt: Instant,
  settledAt: Nullable(Instant),
  can: Can,
});
export type TaskShape = Static<typeof Task>;

export const TaskItem = Type.Object({ id: Id, text: Type.String(), doneAt: Nullable(Instant) });

export const entryKinds = [
  'opened',
  'moved',
  'assigned',
  'changed',
  'item_added',
  'item_done',
  'item_undone',
  'item_removed',
  'comment',
] as const;

/** One line of history or discussion. */
export const TaskEntry = Type.Object({
  id: Id,
  kind: OneOf(entryKinds),
  actor: Type.Object({ kind: Type.String(), id: Nullable(Id), name: Type.String() }),
  text: Type.String(),
  mentions: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  data: Type.Record(Type.String(), Type.Unknown()),
  at: Instant,
});

/** What a task is about, as it is now, for a reader who may see it. */
export const TaskSubject = Type.Object({
  kind: OneOf(['buyer', 'order', 'conversation', 'case'] as const),
  id: Id,
  label: Type.String({ description: 'Name of the buyer, number of the order …' }),
  state: Type.String(),
});

export const TaskDetail = Type.Object({
  ...Task.properties,
  items: Type.Array(TaskItem),
  entries: Type.Array(TaskEntry),
  about: Type.Array(TaskSubject),
});

/** Data of `task.touched`, heard only by those the task is with and by who made it. */
export const TaskTouched = Type.Object({ taskId: Id });

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

export const TaskTitle = Text(200, 1);
export const TaskBody = Text(8000);
