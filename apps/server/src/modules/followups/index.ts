import { defineModule } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-followups.ts';
import { reactions } from './reactions.ts';
import { rounds } from './rounds.ts';
import { routes } from './routes.ts';
import { wishesDue } from './wish.tell.ts';

export { recheckFollowups } from './recheck.ts';
export { loadSampleFollowups } from './sample.ts';

/** Buyers to come back to: who asked and did not buy, visits after a purchase, wishes, greetings. */
export const followups = defineModule({
  name: 'followups',
  migrations: [{ id: '0001-followups', up }],
  routes,
  events,
  reactions,
  jobs: [wishesDue],
  followers: [rounds],
});
