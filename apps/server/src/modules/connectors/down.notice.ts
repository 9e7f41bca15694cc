import { react } from '../../kernel/reactions.ts';
import { membersWith, notify } from '../notices/index.ts';
import { connectionChanged } from './events.ts';

/** A platform went away or no longer lets us in: who manages connections should know, once each time. */
export const tellDown = react(
  'connectors.tellDown',
  connectionChanged,
  async (_actor, tx, { seq, data: { connectionId, shopId, state, enabled } }) => {
    if (!enabled || (state !== 'down' && state !== 'denied')) return;
    await notify(tx, {
      to: await membersWith(tx, 'connections.manage', shopId),
      kind: 'connection_down',
      urgent: state === 'denied',
      shopId,
      subject: { kind: 'connection', id: connectionId },
      path: `/settings/connections/${connectionId}`,
      params: { state },
      key: `connection ${connectionId} ${seq}`,
    });
  },
);
