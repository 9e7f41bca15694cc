import { notices } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { getNoticeSettingsWith, setNoticeSettingsWith } from './choice.ts';
import { listNotices } from './list.ts';
import type { NoticePorts } from './ports.ts';
import { readNotices, unreadNotices } from './read.ts';

export const routesWith = ({ postman }: NoticePorts) => [
  route(notices.listNotices, 'member', listNotices),
  route(notices.readNotices, 'member', readNotices),
  route(notices.unreadNotices, 'member', unreadNotices),
  route(notices.getNoticeSettings, 'member', getNoticeSettingsWith(postman)),
  route(notices.setNoticeSettings, 'member', setNoticeSettingsWith(postman)),
];
