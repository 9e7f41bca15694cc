/** What the files of conversations share. Not part of the contract by itself. */
import { Strict } from './endpoint.ts';
import { Id } from './schema.ts';

export const ofConversation = Strict({ conversationId: Id });
export const ofMessage = Strict({ conversationId: Id, messageId: Id });
