import type { conversations } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { type Heard, react } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { notify } from '../notices/index.ts';
import { conversationAssigned } from './events.ts';

type Assigned = Heard<conversations.ConversationChanged>;

/** Handed over by a person to another; what the queue gave out or one took oneself needs no notice. */
const isHanded = ({ actor, data: { conversation, was } }: Assigned): boolean =>
  actor.kind === 'member' &&
  conversation.assigneeId !== null &&
  conversation.assigneeId !== actor.id &&
  conversation.assigneeId !== was?.assigneeId;

/** CONV-15: whoever is handed a chat is told. */
export const tellHanded = react(
  'conversations.tellHanded',
  conversationAssigned,
  async (_actor: SystemActor, tx: Tx, event: Assigned) => {
    const { id, shopId, assigneeId } = event.data.conversation;
    if (!isHanded(event) || assigneeId === null) return;
    await notify(tx, {
      to: [assigneeId],
      kind: 'chat_handed',
      shopId,
      subject: { kind: 'conversation', id },
      path: `/inbox/mine/${id}`,
      params: {},
      key: `handed ${id} ${event.seq}`,
    });
  },
);
