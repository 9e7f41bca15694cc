import { Id, type notices, Type } from '@guitai/contract';
import { now } from '../../kernel/clock.ts';
import { defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { nextClock } from '../../kernel/zone.ts';
import { staffById } from '../access/index.ts';
import { readWishes } from './choice.store.ts';
import { listNoticeRows } from './list.store.ts';
import { readerOf } from './list.ts';
import { post } from './mail.ts';

const most = 100;
const keyOf = (member: string) => `notices.digest ${member}`;

/** Plans the next digest of a person, or takes it back. */
export async function planDigest(
  tx: Tx,
  memberId: string,
  { digestAt, timezone }: Pick<notices.Manners, 'digestAt' | 'timezone'>,
): Promise<void> {
  if (digestAt === null) return unqueue(tx, keyOf(memberId));
  const runAt = nextClock(digestAt, now(), timezone);
  await enqueue(tx, digestDue, { memberId }, { runAt, key: keyOf(memberId) });
}

/** NOT-03: once a day, one mail with what is still unread; nothing unread, no mail. */
export const digestDue = defineJob(
  'notices.digest',
  Type.Object({ memberId: Id }),
  async (_actor, tx, { memberId }) => {
    const [wish] = await readWishes(tx, [memberId]);
    const actor = await staffById(tx, 'member', memberId);
    if (!wish || wish.manners.digestAt === null || actor?.kind !== 'member') return;
    const reader = await readerOf(actor, tx);
    const rows = await listNoticeRows(tx, reader, { unread: true, after: null, limit: most });
    const day = now().toISOString().slice(0, 10);
    if (rows.length > 0) {
      const ids = rows.map(({ id }) => id);
      await post(tx, { member: memberId, kind: 'digest', notices: ids, key: `digest ${day}` });
    }
    await planDigest(tx, memberId, wish.manners);
  },
);
