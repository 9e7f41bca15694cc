import type { InputOf, notices } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { teamClock } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { noticesRead } from './events.ts';
import { countUnread } from './list.store.ts';
import { readerOf } from './list.ts';
import { moveMark, takeBackMark } from './mark.store.ts';
import { markKept, markRead, markUnread, unreadAbout } from './read.store.ts';

/** What a call has changed: rows that are named, and where the mark stands when it has moved. */
interface Changed {
  readonly ids: readonly string[];
  readonly mark: string | null;
  readonly readAt: Date | null;
}

/** Says it once to all screens of the person, however many notices it is about. */
async function tellRead(actor: MemberActor, tx: Tx, before: number, changed: Changed) {
  const { mark, readAt } = changed;
  const ids = [...changed.ids];
  const unread = await countUnread(tx, await readerOf(actor, tx));
  if (ids.length > 0 || mark !== null)
    emit(tx, noticesRead, {
      subject: actor.member,
      actor,
      reach: { holders: [actor.member] },
      data: { ids, mark, readAt: readAt?.toISOString() ?? null, unread },
    });
  return { ids, mark, count: Math.abs(before - unread), unread };
}

/** NOT-05: read here is read on every device of the person; all of them at once is one mark, not a row each. */
export async function readNotices(
  actor: MemberActor,
  tx: Tx,
  { ids = [], upTo }: InputOf<typeof notices.readNotices>,
) {
  const at = now();
  // Where the log stands before the mark is set: what is given from here on is not meant.
  const { seq } = await teamClock(tx);
  const before = await countUnread(tx, await readerOf(actor, tx));
  const named = ids.length > 0 ? await markRead(tx, actor.member, ids, at) : [];
  const kept = upTo ? await markKept(tx, actor.member, upTo, at) : [];
  const moved = upTo ? await moveMark(tx, actor.member, { upTo, seq, at }) : undefined;
  return tellRead(actor, tx, before, {
    ids: [...named, ...kept].map(({ id }) => id),
    mark: moved?.readTo ?? null,
    readAt: at,
  });
}

/** Takes reading back: of those named, and the last move of the mark. */
export async function unreadNotices(
  actor: MemberActor,
  tx: Tx,
  { ids = [], mark }: InputOf<typeof notices.unreadNotices>,
) {
  const before = await countUnread(tx, await readerOf(actor, tx));
  const back = mark !== undefined && (await takeBackMark(tx, actor.member, mark));
  const gone = ids.length > 0 ? await markUnread(tx, actor.member, ids) : [];
  return tellRead(actor, tx, before, {
    ids: gone.map(({ id }) => id),
    mark: back ? mark : null,
    readAt: null,
  });
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
