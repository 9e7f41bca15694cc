/** Types only: nothing of the contract is in the bundle. */
import type { cards, channels, Static } from '@guitai/contract';

export type ChatFrame = Static<typeof channels.ChatFrame>;
export type Chat = Static<typeof channels.Chat>;
export type Conversation = Static<typeof channels.ChatConversation>;
export type Message = Static<typeof channels.ChatMessage>;
export type Face = Static<typeof channels.ChatFace>;
export type Card = Static<typeof cards.Card>;
export type CardOrder = Static<typeof cards.CardOrder>;
export type Address = NonNullable<Static<typeof channels.answerOrderCheck.body>['address']>;
export type SendBody = Static<typeof channels.sendChatMessage.body>;
export type ChatEvent = channels.ChatEvent;
export type CardOf<T extends Card['type']> = Extract<Card, { type: T }>;
