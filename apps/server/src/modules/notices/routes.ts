import { notices } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { listNotices } from './list.ts';

export const routes = [route(notices.listNotices, 'member', listNotices)];
