import type { TeamActor } from '../../kernel/actor.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { attachFile, insertFile } from './chat-file.store.ts';
import { firstMessage } from './first-message.ts';
import { sayAside } from './post.aside.ts';
import { messageId } from './post.id.ts';
import type { Posted, PostResult } from './post.news.ts';

/**
 * Says a picture that another module took in, inside the caller's transaction. The same client key again is the first
 * message: its bytes stay, and the caller removes the ones just taken (`isNew` false).
 */
export async function sayPictureInTx(
  actor: TeamActor,
  tx: Tx,
  input: {
    readonly conversationId: string;
    readonly clientKey: string;
    readonly taken: Taken;
    readonly seen?: number | null;
  },
): Promise<{ posted: Posted; isNew: boolean } | Exclude<PostResult, Posted> | Refusal> {
  const { conversationId, clientKey, taken, seen = null } = input;
  const first = await firstMessage({ actor }, tx, messageId(actor, conversationId, clientKey));
  if (first) return { posted: first, isNew: false };
  const { key: _key, thumbnailKey: _small, ...shown } = taken;
  const id = newId();
  const file = { id, ...shown };
  await insertFile(tx, id, actor, { conversationId, channelId: null }, taken);
  const posted = await sayAside(
    { actor, conversationId, clientKey, text: '', kind: 'image', file, seen },
    tx,
  );
  if (isRefusal(posted)) return posted;
  await attachFile(tx, id, conversationId, posted.messageId);
  return { posted, isNew: true };
}
