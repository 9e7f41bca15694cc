import type { InputOf, notices } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { noticesRead } from './events.ts';
import { countUnread } from './list.store.ts';
import { readerOf } from './list.ts';
import { markRead, markUnread, unreadAbout } from './read.store.ts';

async function tellRead(actor: MemberActor, tx: Tx, ids: string[], readAt: Date | null) {
  const unread = await countUnread(tx, await readerOf(actor, tx));
  if (ids.length > 0) {
    emit(tx, noticesRead, {
      subject: actor.member,
      actor,
      reach: { holders: [actor.member] },
      data: { ids, readAt: readAt?.toISOString() ?? null, unread },
    });
  }
  return { ids, unread };
}

/** NOT-05: read here is read on every device of the person. What is read already stays as it is. */
export async function readNotices(
  actor: MemberActor,
  tx: Tx,
  { ids = [], upTo = undefined }: InputOf<typeof notices.readNotices>,
) {
  const at = now();
  const marked = await markRead(tx, actor.member, { ids, upTo: upTo ?? null, at });
  return tellRead(
    actor,
    tx,
    marked.map(({ id }) => id),
    at,
  );
}

/** Takes reading back. */
export async function unreadNotices(
  actor: MemberActor,
  tx: Tx,
  { ids }: InputOf<typeof notices.unreadNotices>,
) {
  const gone = await markUnread(tx, actor.member, ids);
  return tellRead(
    actor,
    tx,
    gone.map(({ id }) => id),
    null,
  );
}

/** Marks what the person has been told about a thing as read, when the person has dealt with the thing itself. */
export async function clearNotices(
  actor: MemberActor,
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
): Promise<void> {
  const ids = await unreadAbout(tx, actor.member, subject);
  if (ids.length > 0) await readNotices(actor, tx, { ids });
}
