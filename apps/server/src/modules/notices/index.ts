import { defineModule, type Module } from '../../kernel/module.ts';
import { noticesTrue } from './checks.ts';
import { digestDue } from './digest.ts';
import { events } from './events.ts';
import { mailDue, sendMailWith } from './mail.ts';
import { up } from './migrations/0001-notices.ts';
import { up as readers } from './migrations/0002-readers.ts';
import { up as marks } from './migrations/0003-marks.ts';
import type { NoticePorts } from './ports.ts';
import { reactions } from './reactions.ts';
import { routesWith } from './routes.ts';
import { sweeping } from './sweep.ts';

export { membersWith } from './members-with.ts';
export { type News, notify } from './notify.ts';
export { clearNotices } from './read.ts';
export { goingRound, noteFailedRound, roundFigures, roundOfAll } from './rounds.ts';
export { withdrawNotices } from './withdraw.ts';

export const noticesMigrations = [
  { id: '0001-notices', up },
  { id: '0002-readers', up: readers },
  { id: '0003-marks', up: marks },
];

/** What people should know, once each, how and when they want to hear it. */
export const createNotices = (ports: NoticePorts): Module =>
  defineModule({
    name: 'notices',
    migrations: noticesMigrations,
    routes: routesWith(ports),
    events,
    reactions,
    checks: [noticesTrue],
    followers: [sweeping],
    jobs: [mailDue, digestDue, sendMailWith(ports)],
  });
