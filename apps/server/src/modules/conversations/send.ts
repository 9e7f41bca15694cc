import type { conversations, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { JsonText } from '../../kernel/answer.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { attachFile, lockLoose } from './chat-file.store.ts';
import { firstMessage } from './first-message.ts';
import { sayAside } from './post.aside.ts';
import { messageId } from './post.id.ts';
import type { Lanes } from './post.lanes.ts';
import type { Posted, PostResult } from './post.news.ts';
import type { Said } from './post.plan.ts';
import { noWords, type WordPort } from './screen.ts';

/** Queues a message and waits for its commit. */
export const post = (lanes: Lanes, said: Said): Promise<PostResult> =>
  new Promise((resolve) => lanes.post(said, resolve));

type Sending = InputOf<typeof conversations.sendMessage>;
type Noting = InputOf<typeof conversations.addNote>;

const isPictureType = (mime: string): boolean => mime.startsWith('image/');

/** A message with a file: the file is taken by the message in the same transaction, from its uploader only. */
export const sendFile = async (
  db: Db,
  said: Omit<Said, 'file' | 'kind'>,
  fileId: string,
  guard: WordPort = noWords,
): Promise<PostResult | Refusal<'file.not_found'>> => {
  if (!guard.isReady(said.actor.team)) await guard.load(said.actor.team);
  return db.write(said.actor, async (tx) => {
    const id = messageId(said.actor, said.conversationId, said.clientKey);
    const first = await firstMessage(said, tx, id);
    if (first) return first;
    const file = await lockLoose(tx, said.actor, fileId, said.conversationId);
    if (!file) return refuse('file.not_found');
    const { key: _key, thumbnailKey: _thumbnail, ...stored } = file;
    const kind = isPictureType(file.mime) ? 'image' : 'file';
    const result = await sayAside({ ...said, kind, file: stored }, tx, guard);
    if (!isRefusal(result)) await attachFile(tx, fileId, said.conversationId, result.messageId);
    return result;
  });
};

const replyOf = <C extends string>(result: Posted | Refusal<C>): JsonText | Refusal<C> =>
  isRefusal(result) ? result : new JsonText(result.json);

/** Says something to the buyer. The same client key again returns the first message. */
export const sendMessageWith =
  (lanes: Lanes, guard: WordPort) =>
  async (actor: StaffActor, { db }: Bare, input: Sending) => {
    const { conversationId, clientKey, text = '', fileId, seen = null, sure = false } = input;
    const said = { actor, conversationId, clientKey, text, seen, sure };
    if (fileId !== undefined) return replyOf(await sendFile(db, said, fileId, guard));
    if (text.trim() === '') return refuse('message.empty');
    return replyOf(await post(lanes, { ...said, kind: 'text', file: null }));
  };

type NoteCode = 'conversation.not_found' | 'access.denied' | 'server.busy';

/** Writes a note only the team sees. It is possible in every state, so few refusals are. */
export const addNoteWith =
  (lanes: Lanes) =>
  async (actor: StaffActor, _bare: Bare, { conversationId, clientKey, text }: Noting) => {
    const said = { actor, conversationId, clientKey, text, file: null, seen: null };
    return replyOf((await post(lanes, { ...said, kind: 'note' })) as Posted | Refusal<NoteCode>);
  };
