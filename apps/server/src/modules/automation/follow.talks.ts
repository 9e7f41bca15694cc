import type { conversations as contract, Static } from '@guitai/contract';
import { type Heard, reactMany } from '../../kernel/reactions.ts';
import * as conversations from '../conversations/index.ts';
import { chainsOf, most } from './follow.chains.ts';
import { inboundOf } from './follow.store.ts';
import type { Happening } from './happening.rules.ts';
import { planRuns } from './plan.ts';
import { triggersHeard } from './rule.store.ts';
import { setTalk, talksOf } from './run.store.ts';

type Talk = Static<typeof contract.ConversationSummary>;

const ofTalk = (
  talk: Talk,
  trigger: Happening['trigger'],
  event: Heard,
  own: Pick<Happening, 'episode' | 'round'> &
    Partial<Pick<Happening, 'messageId' | 'messageText' | 'mark' | 'at' | 'chain'>>,
): Happening => ({
  trigger,
  shopId: talk.shopId,
  subjectId: talk.id,
  orderId: null,
  conversationId: talk.id,
  buyerId: talk.buyerId,
  messageId: null,
  messageText: null,
  mark: null,
  at: new Date(event.at),
  key: `${event.seq} ${trigger}`,
  chain: [],
  ...own,
});

const talks = reactMany(
  'automation.conversations',
  [
    conversations.conversationOpened,
    conversations.conversationReopened,
    conversations.conversationAssigned,
    conversations.conversationClosed,
  ],
  most,
  async (_actor, tx, events) => {
    const chainOf = await chainsOf(tx, events);
    const happened: Happening[] = [];
    for (const event of events) {
      const talk = event.data.conversation;
      if (event.type === 'conversation.reopened') await setTalk(tx, talk.id, String(event.seq));
      const began = (await talksOf(tx, [talk.id])).get(talk.id) ?? 'opened';
      const trigger = {
        'conversation.opened': 'conversation.opened',
        'conversation.reopened': 'conversation.opened',
        'conversation.assigned': 'conversation.assigned',
        'conversation.closed': 'conversation.closed',
      }[event.type] as Happening['trigger'];
      const episode = trigger === 'conversation.opened' ? began : String(event.seq);
      happened.push(ofTalk(talk, trigger, event, { episode, round: began, chain: chainOf(event) }));
    }
    await planRuns(tx, happened);
  },
);

type Posted = Static<typeof contract.MessagePosted>;

function ofMessage(event: Heard<Posted>, began: string, wrote: number): Happening[] {
  const { message, conversation: talk } = event.data;
  const said = { messageId: message.id, messageText: message.text };
  if (message.author.kind === 'member' && message.kind !== 'note' && message.kind !== 'line') {
    const inbound = String(wrote);
    const quiet = { episode: `q${inbound}`, round: `q${inbound}`, mark: inbound, ...said };
    return [ofTalk(talk, 'conversation.quiet', event, quiet)];
  }
  if (message.author.kind !== 'buyer') return [];
  const words = { episode: message.id, round: began, ...said };
  const since = talk.waitingSince;
  const waits = { episode: `w${since}`, round: `w${since}`, mark: since, ...said };
  return [
    ofTalk(talk, 'conversation.buyer_wrote', event, words),
    ...(since
      ? [ofTalk(talk, 'conversation.unanswered', event, { ...waits, at: new Date(since) })]
      : []),
  ];
}

const listened = ['conversation.buyer_wrote', 'conversation.unanswered', 'conversation.quiet'];

/** Messages pass by the thousand: they are looked at only where a rule listens. */
const messages = reactMany(
  'automation.messages',
  conversations.messagePosted,
  500,
  async (_actor, tx, events) => {
    const heard = await triggersHeard(tx);
    if (!listened.some((trigger) => heard.has(trigger))) return;
    const ids = [...new Set(events.flatMap(({ data }) => data?.conversation.id ?? []))];
    const began = await talksOf(tx, ids);
    const wrote = heard.has('conversation.quiet') ? await inboundOf(tx, ids) : new Map();
    const happened = events.flatMap((event) => {
      const id = event.data?.conversation.id;
      return id ? ofMessage(event, began.get(id) ?? 'opened', wrote.get(id) ?? 0) : [];
    });
    await planRuns(
      tx,
      happened.filter(({ trigger }) => heard.has(trigger)),
    );
  },
);

/** What happens in conversations. */
export const followingTalks = [talks, messages];
