import { defineModule } from '../../kernel/module.ts';
import { alarmJob } from './alarm.ts';
import * as events from './events.ts';
import { up } from './migrations/0001-promises.ts';
import { up as extensions } from './migrations/0002-extensions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const promisesMigrations = [
  { id: '0001-promises', up },
  { id: '0002-extensions', up: extensions },
];

/** What was promised to buyers in chats: clocks bound to the events that fulfil them. */
export const promises = defineModule({
  name: 'promises',
  migrations: promisesMigrations,
  routes,
  events: Object.values(events),
  reactions,
  jobs: [alarmJob],
});
