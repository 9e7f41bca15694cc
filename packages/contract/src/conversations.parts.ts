/** What the files of conversations share. Not part of the contract by itself. */
import { Strict } from './endpoint.ts';
import { Id } from './schema.ts';

export const ofConversation = Strict({ conversationId: Id });
/** Why something is not said in a conversation. */
export const sayingRefusals = [
  'conversation.not_found',
  'conversation.illegal_transition',
  'conversation.answered_meanwhile',
  'conversation.superseded',
  'message.empty',
  'message.words_blocked',
  'message.words_warned',
] as const;

export const ofMessage = Strict({ conversationId: Id, messageId: Id });
