import { Id, Nullable, Type } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

/** A site was set up or changed; whoever remembers it reads it anew. */
export const channelChanged = defineEvent(
  'channel.changed',
  Type.Object({ channelId: Id, shopId: Id }),
  { permission: 'channels.read' },
);

/** The shop has vouched for a visitor: from now on they are that buyer. */
export const visitorIdentified = defineEvent(
  'visitor.identified',
  Type.Object({
    visitorId: Id,
    channelId: Id,
    fromBuyerId: Id,
    toBuyerId: Id,
    wasVerified: Type.Boolean(),
  }),
  { permission: 'channels.manage' },
);

/** A visitor has signed out: their secret opens nothing any more. */
export const visitorSignedOut = defineEvent(
  'visitor.signed_out',
  Type.Object({ visitorId: Id, buyerId: Nullable(Id) }),
  { permission: 'channels.manage' },
);

export const events = [channelChanged, visitorIdentified, visitorSignedOut];
