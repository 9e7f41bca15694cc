import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';

/** What was promised to buyers in chats: clocks bound to the events that fulfil them. */
export const promises = defineModule({ name: 'promises', events: Object.values(events) });
