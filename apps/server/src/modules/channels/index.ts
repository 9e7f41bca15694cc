import { defineModule, type Module } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-web-channels.ts';
import { routesWith } from './routes.ts';

export { authenticateVisitor, identifyVisitor, renewedSecret } from './authenticate.ts';
export { channelOfShop, readChannel } from './channel.store.ts';
export { addWebChannel } from './channel.ts';
export { visitorEntered, visitorIdentified, visitorSignedOut } from './events.ts';
export { forgetChannelsOf } from './forget.ts';
export { signIdentity } from './identity-token.ts';
export { frameAncestors } from './site.ts';
export type { ChannelRow } from './tables.ts';
export { formerBuyer } from './visitor.store.ts';
export {
  enterVisitor,
  isKnown,
  type KnownVisitor,
  knownSince,
  markOf,
  markOfVisitor,
} from './visitor.ts';

export const channelsMigrations = [{ id: '0001-web-channels', up }];

/** Sites that carry the chat, and who writes there. */
export const createChannels = (needs: { readonly secretKey: string }): Module =>
  defineModule({
    name: 'channels',
    migrations: channelsMigrations,
    routes: routesWith(needs.secretKey),
    events,
  });
