import { clock } from '../../kernel/clock.ts';
import { reactMany } from '../../kernel/reactions.ts';
import { messagePosted } from '../conversations/index.ts';
import { outreachReplied } from './events.ts';
import { isChatStop } from './opt-out.rules.ts';
import { optOut } from './opt-out.ts';
import { lastInChats, markReplied } from './result.store.ts';
import { tellMessage } from './told.ts';

const windowMs = 72 * 3_600_000;

export const reactions = [
  reactMany('outreach.hearBuyers', messagePosted, 500, async (actor, tx, events) => {
    const words = events
      .filter(({ data }) => data.message.author.kind === 'buyer')
      .map(({ data: { message } }) => message);
    if (words.length === 0) return;
    for (const answered of await markReplied(tx, words))
      tellMessage(actor, tx, outreachReplied, answered);
    const nos = words.filter(({ text }) => isChatStop(text)).map((m) => m.conversationId);
    if (nos.length === 0) return;
    for (const message of await lastInChats(tx, nos, new Date(clock.now() - windowMs))) {
      const { buyerId, shopId } = message;
      const topic = message.topic === 'marketing' ? 'marketing' : 'all';
      const no = { buyerId, shopId, channel: 'chat', topic, source: 'chat', message } as const;
      await optOut(actor, tx, no);
    }
  }),
];
