import type { teamwork } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

export const stateWords: Readonly<Record<teamwork.TaskStateWord, MessageDescriptor>> = {
  open: msg({ message: 'To do', context: 'task' }),
  doing: msg({ message: 'Doing', context: 'task' }),
  done: msg({ message: 'Done', context: 'task' }),
  cancelled: msg({ message: 'Cancelled', context: 'task' }),
};

export const stateTones: Readonly<Record<teamwork.TaskStateWord, Tone>> = {
  open: 'plain',
  doing: 'strong',
  done: 'good',
  cancelled: 'quiet',
};

export const viewWords: Readonly<Record<teamwork.TaskViewWord, MessageDescriptor>> = {
  mine: msg({ message: 'With me', context: 'tasks' }),
  made: msg({ message: 'From me', context: 'tasks' }),
  team: msg({ message: 'Team', context: 'tasks' }),
  overdue: msg({ message: 'Overdue', context: 'tasks' }),
  orphaned: msg({ message: 'Of people who left', context: 'tasks' }),
  done: msg({ message: 'Settled', context: 'tasks' }),
};

export const entryWords: Readonly<Record<string, MessageDescriptor>> = {
  opened: msg({ message: 'opened the task', context: 'task history' }),
  moved: msg({ message: 'moved it', context: 'task history' }),
  assigned: msg({ message: 'changed whom it is with', context: 'task history' }),
  changed: msg({ message: 'changed it', context: 'task history' }),
  item_added: msg({ message: 'added to the checklist:', context: 'task history' }),
  item_done: msg({ message: 'ticked:', context: 'task history' }),
  item_undone: msg({ message: 'took the tick away:', context: 'task history' }),
  item_removed: msg({ message: 'took off the checklist:', context: 'task history' }),
};

export const fieldWords: Readonly<Record<string, MessageDescriptor>> = {
  title: msg({ message: 'title', context: 'task field' }),
  body: msg({ message: 'text', context: 'task field' }),
  dueAt: msg({ message: 'due time', context: 'task field' }),
  priority: msg({ message: 'priority', context: 'task field' }),
  remindMinutes: msg({ message: 'reminder', context: 'task field' }),
  repeat: msg({ message: 'repetition', context: 'task field' }),
};

export const subjectWords: Readonly<Record<string, MessageDescriptor>> = {
  buyer: msg({ message: 'Buyer', context: 'task link' }),
  order: msg({ message: 'Order', context: 'task link' }),
  conversation: msg({ message: 'Chat', context: 'task link' }),
  case: msg({ message: 'Case', context: 'task link' }),
};
