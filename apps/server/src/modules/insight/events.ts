import { insight } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

/** How numbers are reckoned was changed: what is on screen is to be asked anew. */
export const insightChanged = defineEvent('insight.profile_changed', insight.InsightChanged, {
  permission: 'insight.own',
});
