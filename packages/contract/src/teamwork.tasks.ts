import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type, Whole } from './schema.ts';
import {
  Task,
  TaskBody,
  TaskDetail,
  TaskLinks,
  TaskPriority,
  TaskRepeat,
  TaskState,
  TaskTitle,
} from './teamwork.shapes.ts';

export const taskViews = ['mine', 'made', 'team', 'overdue', 'orphaned', 'done'] as const;
export const TaskView = OneOf(
  taskViews,
  'mine: with the reader; made: by the reader; orphaned: with somebody who left; done: settled ones.',
);
export type TaskViewWord = (typeof taskViews)[number];

const taskId = Strict({ taskId: Id });

export const listTasks = endpoint({
  id: 'listTasks',
  method: 'GET',
  path: '/tasks',
  summary: 'Tasks the reader may see: pending ones by due time, settled ones newest first.',
  query: Strict({
    ...PageQuery,
    view: Type.Optional(TaskView),
    state: Type.Optional(TaskState),
    priority: Type.Optional(TaskPriority),
    shopId: Type.Optional(Id),
    assigneeId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    conversationId: Type.Optional(Id),
    ids: Type.Optional(Text(3700, 0, 'Up to 100 ids, separated by commas; in any state.')),
    q: Type.Optional(Text(100, 1, 'Words of title or text.')),
  }),
  reply: Page(Task),
  errors: ['list.cursor_invalid'],
});

export const countTasks = endpoint({
  id: 'countTasks',
  method: 'GET',
  path: '/tasks/counts',
  summary: 'How many pending tasks each view has for the reader.',
  reply: Type.Object(
    {
      mine: Type.Integer(),
      made: Type.Integer(),
      team: Type.Integer(),
      overdue: Type.Integer({ description: 'Overdue tasks with the reader.' }),
      orphaned: Type.Integer(),
    },
    { description: 'Each counted up to 1,000, which means that many or more.' },
  ),
});

export const getTask = endpoint({
  id: 'getTask',
  method: 'GET',
  path: '/tasks/:taskId',
  summary: 'A task with checklist, discussion, history and what it is about.',
  params: taskId,
  reply: TaskDetail,
  errors: ['task.not_found'],
});

const Due = Nullable(Instant);
const Remind = Nullable(
  Type.Integer({ minimum: 1, maximum: 20_160, description: 'Minutes before it is due.' }),
);
const People = Type.Array(Id, { maxItems: 20, uniqueItems: true });

export const createTask = endpoint({
  id: 'createTask',
  method: 'POST',
  path: '/tasks',
  summary: 'Opens a task.',
  body: Strict({
    shopId: Nullable(Id),
    title: TaskTitle,
    body: Type.Optional(TaskBody),
    links: Type.Optional(TaskLinks),
    assigneeIds: Type.Optional(People),
    dueAt: Type.Optional(Due),
    priority: Type.Optional(TaskPriority),
    remindMinutes: Type.Optional(Remind),
    repeat: Type.Optional(Nullable(TaskRepeat)),
    items: Type.Optional(Type.Array(Text(300, 1), { maxItems: 50 })),
  }),
  reply: TaskDetail,
  errors: ['task.repeat_needs_due', 'task.assignee_unfit', 'shop.not_found'],
});

export const updateTask = endpoint({
  id: 'updateTask',
  method: 'PATCH',
  path: '/tasks/:taskId',
  summary:
    'Changes words, due time, priority, reminder or repetition of the version the reader saw.',
  params: taskId,
  body: Strict({
    version: Whole(),
    title: Type.Optional(TaskTitle),
    body: Type.Optional(TaskBody),
    dueAt: Type.Optional(Due),
    priority: Type.Optional(TaskPriority),
    remindMinutes: Type.Optional(Remind),
    repeat: Type.Optional(Nullable(TaskRepeat)),
  }),
  reply: TaskDetail,
  errors: ['task.not_found', 'task.changed_meanwhile', 'task.repeat_needs_due', 'task.settled'],
});

export const assignTask = endpoint({
  id: 'assignTask',
  method: 'PUT',
  path: '/tasks/:taskId/assignees',
  summary: 'Says whom the task is with.',
  params: taskId,
  body: Strict({ memberIds: People }),
  reply: TaskDetail,
  errors: ['task.not_found', 'task.assignee_unfit', 'task.settled'],
});

export const moveTasks = endpoint({
  id: 'moveTasks',
  method: 'POST',
  path: '/tasks/moves',
  summary: 'Moves tasks to a state each. To undo, send the states they had before.',
  body: Strict({
    moves: Type.Array(Strict({ taskId: Id, state: TaskState }), { minItems: 1, maxItems: 100 }),
  }),
  reply: Type.Object({
    moved: Type.Array(Type.Object({ taskId: Id, state: TaskState, before: TaskState })),
    stayed: Type.Array(Type.Object({ taskId: Id, code: Type.String() }), {
      description: 'What could not be moved, and the code of why.',
    }),
  }),
});

export const addTaskItem = endpoint({
  id: 'addTaskItem',
  method: 'POST',
  path: '/tasks/:taskId/items',
  summary: 'Adds a line to the checklist.',
  params: taskId,
  body: Strict({ text: Text(300, 1) }),
  reply: TaskDetail,
  errors: ['task.not_found', 'task.items_full'],
});

export const changeTaskItem = endpoint({
  id: 'changeTaskItem',
  method: 'PUT',
  path: '/tasks/:taskId/items/:itemId',
  summary: 'Ticks a line of the checklist or takes the tick away.',
  params: Strict({ taskId: Id, itemId: Id }),
  body: Strict({ done: Type.Boolean() }),
  reply: TaskDetail,
  errors: ['task.not_found', 'task.item_not_found'],
});

export const removeTaskItem = endpoint({
  id: 'removeTaskItem',
  method: 'DELETE',
  path: '/tasks/:taskId/items/:itemId',
  summary: 'Takes a line off the checklist.',
  params: Strict({ taskId: Id, itemId: Id }),
  reply: TaskDetail,
  errors: ['task.not_found', 'task.item_not_found'],
});

export const addTaskComment = endpoint({
  id: 'addTaskComment',
  method: 'POST',
  path: '/tasks/:taskId/comments',
  summary: 'Says something in the discussion; who is mentioned gets a notice.',
  params: taskId,
  body: Strict({ text: Text(4000, 1), mentionIds: Type.Optional(People) }),
  reply: TaskDetail,
  errors: ['task.not_found'],
});

export const handOverTasks = endpoint({
  id: 'handOverTasks',
  method: 'POST',
  path: '/tasks/handovers',
  summary: 'Gives the pending tasks of one member to another.',
  body: Strict({ fromId: Id, toId: Id }),
  reply: Type.Object({ count: Type.Integer() }),
  errors: ['task.assignee_unfit'],
});
