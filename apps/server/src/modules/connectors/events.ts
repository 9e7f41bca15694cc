import { connectors } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

/** A platform went away or came back, or its connection was changed. */
export const connectionChanged = defineEvent('connection.changed', connectors.ConnectionChanged, {
  permission: 'shops.read',
});
