import { defineModule } from '../../kernel/module.ts';
import { factsTrue, pagesTrue } from './checks.ts';
import { insightChanged } from './events.ts';
import { up } from './migrations/0001-insight.ts';
import { up as credit } from './migrations/0002-credit.ts';
import { up as topicTimes } from './migrations/0003-topic-times.ts';
import { nightly } from './nightly.ts';
import { fillPages } from './pages.job.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { csvLine } from '../../kernel/csv.ts';
export { rebuildInsight } from './rebuild.ts';

const insightMigrations = [
  { id: '0001-insight', up },
  { id: '0002-credit', up: credit },
  { id: '0003-topic-times', up: topicTimes },
];

/** What was done in numbers: facts out of the log, and every metric from them by one path. */
export const insight = defineModule({
  name: 'insight',
  migrations: insightMigrations,
  routes,
  events: [insightChanged],
  reactions,
  jobs: [fillPages],
  followers: [nightly],
  checks: [pagesTrue, factsTrue],
});
