import { channels } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { route, routeBare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  createWebChannelWith,
  listWebChannels,
  renewIdentitySecretWith,
  updateWebChannel,
} from './channel.ts';
import { signOutVisitor } from './visitor.ts';

/** Endpoints of sites; those of the chat itself are mounted by `conversations`, which holds its messages. */
export const routesWith = (serverSecret: string) => [
  route(channels.listWebChannels, 'channels.read', listWebChannels),
  routeBare(channels.createWebChannel, 'channels.manage', createWebChannelWith(serverSecret), {
    audited: true,
  }),
  route(channels.updateWebChannel, 'channels.manage', updateWebChannel, { audited: true }),
  routeBare(
    channels.renewIdentitySecret,
    'channels.manage',
    renewIdentitySecretWith(serverSecret),
    {
      audited: true,
    },
  ),
  route(channels.signOutVisitor, 'visitor', (actor: BuyerActor, tx: Tx) =>
    signOutVisitor(actor, tx),
  ),
];
