import { defineModule } from '../../kernel/module.ts';
import { checks } from './checks.ts';
import { deadlineJob } from './deadline.ts';
import * as events from './events.ts';
import { up } from './migrations/0001-aftersales.ts';
import { up as goods } from './migrations/0002-goods.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { casesOf } from './counter.ts';
export * from './events.ts';
export { openCase } from './open.ts';

/** What becomes of an order after it was sold: refunds, returns, exchanges, repairs, and small payments of goodwill. */
export const aftersales = defineModule({
  name: 'aftersales',
  migrations: [
    { id: '0001-aftersales', up },
    { id: '0002-goods', up: goods },
  ],
  routes,
  events: Object.values(events),
  reactions,
  jobs: [deadlineJob],
  checks,
});
