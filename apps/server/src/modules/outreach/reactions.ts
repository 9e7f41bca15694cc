import { clock } from '../../kernel/clock.ts';
import { reactMany } from '../../kernel/reactions.ts';
import {
  buyerChanged,
  buyerCreated,
  buyerMerged,
  buyerParted,
  buyersMirrored,
  contactsOf,
  kinOf,
} from '../buyers/index.ts';
import { conversationRead, messagePosted, messagesReadTo } from '../conversations/index.ts';
import type { Digest } from './digest.rules.ts';
import { outreachDelivered, outreachReplied } from './events.ts';
import { circleOf, noteHeld } from './held.store.ts';
import { isChatStop } from './opt-out.rules.ts';
import { optOut } from './opt-out.ts';
import { markRead, unreadIn } from './read.store.ts';
import { buyersWithNoes, followContacts } from './refused.store.ts';
import { lastInChats, markReplied } from './result.store.ts';
import { tellMessage } from './told.ts';

const windowMs = 72 * 3_600_000;

const hearBuyers = (digest: Digest) =>
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
      await optOut(actor, tx, no, digest);
    }
  });

/** What a buyer has seen has arrived; counted up to the message they saw, not to the moment. */
const seeReads = reactMany(
  'outreach.seeReads',
  conversationRead,
  500,
  async (actor, tx, events) => {
    const reads = events.filter(({ data }) => data.by.kind === 'buyer');
    if (reads.length === 0) return;
    const to = new Map<string, number>();
    for (const { data } of reads)
      to.set(data.conversationId, Math.max(data.buyerReadSeq, to.get(data.conversationId) ?? 0));
    const open = await unreadIn(tx, [...to.keys()]);
    if (open.length === 0) return;
    const marks = [...to].map(([conversationId, seq]) => ({ conversationId, seq }));
    const read = new Set(
      await messagesReadTo(
        tx,
        marks,
        open.map((one) => one.chatMessageId),
      ),
    );
    const ids = open.filter((one) => read.has(one.chatMessageId)).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const message of await markRead(tx, ids, new Date(reads.at(-1)?.at ?? clock.now())))
      tellMessage(actor, tx, outreachDelivered, message);
  },
);

/** A no goes along with a new number or address; who comes under a number that said no is known to have said it. */
const followNumbers = (digest: Digest) =>
  reactMany(
    'outreach.followNumbers',
    [buyerCreated, buyerChanged, buyersMirrored, buyerMerged, buyerParted],
    200,
    async (_actor, tx, events) => {
      const ids = events.flatMap(({ data }) => {
        if ('mergedId' in data) return [data.buyerId, data.mergedId];
        return 'buyerIds' in data ? data.buyerIds : data.buyer.id;
      });
      const contacts = await contactsOf(tx, [...new Set(ids)]);
      const said = new Set(
        await buyersWithNoes(
          tx,
          contacts.map(({ id }) => id),
        ),
      );
      const saying = contacts.filter(({ id }) => said.has(id));
      await followContacts(tx, saying, digest);
      const near = await kinOf(tx, ids);
      const all = [...contacts, ...near, ...(await circleOf(tx, saying))];
      await noteHeld(tx, [...new Map(all.map((row) => [row.id, row])).values()], digest);
    },
  );

/** What outreach follows, with the product's key. */
export const reactionsWith = (digest: Digest) => [
  hearBuyers(digest),
  seeReads,
  followNumbers(digest),
];
