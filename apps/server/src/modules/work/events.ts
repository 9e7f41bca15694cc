import { work } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const seen = { permission: 'tasks.read' } as const;

export const taskOpened = defineEvent('task.opened', work.TaskTold, seen);

/** Anything about a task changed: state, people, words, checklist, discussion. */
export const taskChanged = defineEvent('task.changed', work.TaskTold, seen);

export const events = [taskOpened, taskChanged];
