import { work } from '@guitai/contract';
import type { FileStore } from '../../kernel/files/store.ts';
import { route, routeBare } from '../../kernel/route.ts';
import {
  createAnnouncement,
  republishAnnouncement,
  updateAnnouncement,
  withdrawAnnouncement,
} from './announcement.publish.ts';
import {
  listAnnouncementVersions,
  listReceipts,
  readAnnouncement,
  remindReaders,
} from './announcement.read.ts';
import { getAnnouncement, listAnnouncements } from './announcement.ts';
import { assignTask, handOverTasks } from './assign.ts';
import { updateTask } from './change.ts';
import { addTaskComment } from './comment.ts';
import { createTask } from './create.ts';
import { getTask } from './detail.ts';
import { addTaskItem, changeTaskItem, removeTaskItem } from './item.ts';
import { countTasks, listTasks } from './list.ts';
import { moveTasks } from './move.ts';
import { getPictureWith, uploadPictureWith } from './picture.ts';

const publish = 'announcements.publish';
const audited = { audited: true };

export const routesWith = (files: FileStore) => [
  route(work.listTasks, 'tasks.read', listTasks),
  route(work.countTasks, 'tasks.read', countTasks),
  route(work.getTask, 'tasks.read', getTask),
  route(work.createTask, 'tasks.write', createTask),
  route(work.updateTask, 'tasks.write', updateTask),
  route(work.assignTask, 'tasks.write', assignTask),
  route(work.moveTasks, 'tasks.write', moveTasks),
  route(work.addTaskItem, 'tasks.write', addTaskItem),
  route(work.changeTaskItem, 'tasks.write', changeTaskItem),
  route(work.removeTaskItem, 'tasks.write', removeTaskItem),
  route(work.addTaskComment, 'tasks.write', addTaskComment),
  route(work.handOverTasks, 'tasks.manage', handOverTasks, audited),
  route(work.listAnnouncements, 'member', listAnnouncements),
  route(work.getAnnouncement, 'member', getAnnouncement),
  route(work.readAnnouncement, 'member', readAnnouncement),
  route(work.listAnnouncementVersions, 'member', listAnnouncementVersions),
  route(work.createAnnouncement, publish, createAnnouncement, audited),
  route(work.updateAnnouncement, publish, updateAnnouncement, audited),
  route(work.withdrawAnnouncement, publish, withdrawAnnouncement, audited),
  route(work.republishAnnouncement, publish, republishAnnouncement, audited),
  route(work.listReceipts, publish, listReceipts),
  route(work.remindReaders, publish, remindReaders),
  routeBare(work.uploadAnnouncementPicture, publish, uploadPictureWith(files)),
  routeBare(work.getAnnouncementPicture, 'member', getPictureWith(files)),
];
