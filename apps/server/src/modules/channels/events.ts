import { Id, Nullable, Type } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

/** A site was set up or changed; whoever remembers it reads it anew. */
export const channelChanged = defineEvent(
  'channel.changed',
  Type.Object({ channelId: Id, shopId: Id }),
  { permission: 'channels.read' },
);

/** A browser has written for the first time, or brought the shop's word with its first word: it is a visitor now. */
export const visitorEntered = defineEvent(
  'visitor.entered',
  Type.Object({ visitorId: Id, channelId: Id, buyerId: Id }),
  { permission: 'channels.manage' },
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

export const events = [channelChanged, visitorEntered, visitorIdentified, visitorSignedOut];
