import { teamwork } from '@guitai/contract';
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
  route(teamwork.listTasks, 'tasks.read', listTasks),
  route(teamwork.countTasks, 'tasks.read', countTasks),
  route(teamwork.getTask, 'tasks.read', getTask),
  route(teamwork.createTask, 'tasks.write', createTask),
  route(teamwork.updateTask, 'tasks.write', updateTask),
  route(teamwork.assignTask, 'tasks.write', assignTask),
  route(teamwork.moveTasks, 'tasks.write', moveTasks),
  route(teamwork.addTaskItem, 'tasks.write', addTaskItem),
  route(teamwork.changeTaskItem, 'tasks.write', changeTaskItem),
  route(teamwork.removeTaskItem, 'tasks.write', removeTaskItem),
  route(teamwork.addTaskComment, 'tasks.write', addTaskComment),
  route(teamwork.handOverTasks, 'tasks.manage', handOverTasks, audited),
  route(teamwork.listAnnouncements, 'member', listAnnouncements),
  route(teamwork.getAnnouncement, 'member', getAnnouncement),
  route(teamwork.readAnnouncement, 'member', readAnnouncement),
  route(teamwork.listAnnouncementVersions, 'member', listAnnouncementVersions),
  route(teamwork.createAnnouncement, publish, createAnnouncement, audited),
  route(teamwork.updateAnnouncement, publish, updateAnnouncement, audited),
  route(teamwork.withdrawAnnouncement, publish, withdrawAnnouncement, audited),
  route(teamwork.republishAnnouncement, publish, republishAnnouncement, audited),
  route(teamwork.listReceipts, publish, listReceipts),
  route(teamwork.remindReaders, publish, remindReaders),
  routeBare(teamwork.uploadAnnouncementPicture, publish, uploadPictureWith(files)),
  routeBare(teamwork.getAnnouncementPicture, 'member', getPictureWith(files)),
];
