import { type InputOf, notices } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { readWishes } from './choice.store.ts';
import { countUnread, listNoticeRows, type NoticeRow, type Reader } from './list.store.ts';

/** Asked when reading: who has lost a right since has lost the notice with it. */
export async function readerOf(actor: MemberActor, tx: Tx): Promise<Reader> {
  const [wishes] = await readWishes(tx, [actor.member]);
  const ways = notices.waysOfAll(wishes?.ways ?? {});
  const kinds = notices.noticeKindNames.filter(
    (kind) => can(actor, notices.noticeKinds[kind]) === 'yes',
  );
  const muted = kinds.filter((kind) => !ways[kind].includes('list'));
  return { member: actor.member, kinds, muted, shops: actor.shops };
}

const shownNotice = (row: NoticeRow) => ({
  id: row.id,
  kind: row.kind as notices.NoticeKind,
  urgent: row.urgent,
  shopId: row.shop_id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  path: row.path,
  params: row.params,
  at: row.at,
  readAt: row.read_at,
});

/** The reader's notices, newest first. */
export async function listNotices(
  actor: MemberActor,
  tx: Tx,
  input: InputOf<typeof notices.listNotices>,
) {
  const place = readCursor<[string]>('notices', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const reader = await readerOf(actor, tx);
  const narrowed = input.kind
    ? { ...reader, kinds: reader.kinds.filter((kind) => kind === input.kind) }
    : reader;
  const limit = input.limit ?? 50;
  const wanted = { unread: input.unread ?? false, after: place?.[0] ?? null, limit: limit + 1 };
  const rows = await listNoticeRows(tx, narrowed, wanted);
  const page = pageOf('notices', rows, limit, (row) => [row.id]);
  return {
    items: page.items.map(shownNotice),
    next: page.next,
    unread: await countUnread(tx, reader),
  };
}
