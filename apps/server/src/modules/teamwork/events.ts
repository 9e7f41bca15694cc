import { teamwork } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const seen = { permission: 'tasks.read' } as const;

export const taskOpened = defineEvent('task.opened', teamwork.TaskTold, seen);

/** Anything about a task changed: state, people, words, checklist, discussion. */
export const taskChanged = defineEvent('task.changed', teamwork.TaskTold, seen);

/** A task of the whole team that the hearer is on changed. */
export const taskTouched = defineEvent('task.touched', teamwork.TaskTouched, {
  ...seen,
  personal: true,
});

const all = { permission: 'members.read' } as const;

/** An announcement is out; whom it is for is asked when it is read. */
export const announcementPublished = defineEvent(
  'announcement.published',
  teamwork.AnnouncementTold,
  all,
);

export const announcementChanged = defineEvent(
  'announcement.changed',
  teamwork.AnnouncementTold,
  all,
);

/** Somebody has read or confirmed it; heard by who publishes. */
export const announcementRead = defineEvent('announcement.read', teamwork.AnnouncementTold, {
  permission: 'announcements.publish',
});

export const events = [
  taskOpened,
  taskChanged,
  taskTouched,
  announcementPublished,
  announcementChanged,
  announcementRead,
];
