import type { notices } from '@guitai/contract';
import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { noticeGiven } from './events.ts';
import { insertNotice, lockKey } from './notify.store.ts';

/** What somebody should know. */
export interface News {
  /** Members it is for; who is no longer here is left out. */
  readonly to: readonly string[];
  readonly kind: notices.NoticeKind;
  /** Is heard in quiet hours too. */
  readonly urgent?: boolean;
  /** Who no longer works in this shop no longer sees it. */
  readonly shopId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Where a click leads, below `/desk`: `/tasks/…`. */
  readonly path: string;
  /** What the words of the kind need. No personal data: names of buyers, phones and addresses stay where they are. */
  readonly params: Readonly<Record<string, string | number>>;
  /** A person has one notice under a key: what is said twice about one happening is heard once, and the first word stands. */
  readonly key: string;
}

/** Tells members something, once per person and key, in the transaction of what happened. */
export async function notify(tx: Tx, { to, urgent = false, ...news }: News): Promise<void> {
  if (to.length === 0) return;
  await lockKey(tx, news.key);
  const made = { id: newId(), urgent, ...news, at: now() };
  const given = await insertNotice(tx, to, made);
  if (!given) return;
  const { id, kind, shopId, subject, path, params } = made;
  emit(tx, noticeGiven, {
    subject: id,
    actor: system(tx.team ?? '', 'notices.notify'),
    reach: { ...(shopId === null ? {} : { shop: shopId }), holders: given.recipients },
    data: {
      notice: { id, kind, urgent, shopId, subject, path, params, at: given.at, readAt: null },
    },
  });
}
