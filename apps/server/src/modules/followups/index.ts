import { defineModule, type Module } from '../../kernel/module.ts';
import type { WordPort } from '../conversations/index.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-followups.ts';
import { reactions } from './reactions.ts';
import { rounds } from './rounds.ts';
import { routesWith } from './routes.ts';
import { wishesDue } from './wish.tell.ts';

export { recheckFollowups } from './recheck.ts';
export { loadSampleFollowups } from './sample.ts';

export const followupsMigrations = [{ id: '0001-followups', up }];

/** Buyers to come back to: who asked and did not buy, visits after a purchase, wishes, greetings. */
export const createFollowups = ({ words }: { readonly words: WordPort }): Module =>
  defineModule({
    name: 'followups',
    migrations: followupsMigrations,
    routes: routesWith(words),
    events,
    reactions,
    jobs: [wishesDue],
    followers: [rounds],
  });
