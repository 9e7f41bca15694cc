import { system } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { noticesGone } from './events.ts';
import { deleteAbout } from './notify.store.ts';
import type { News } from './notify.ts';

/** Takes back what was said of a thing that is settled: nobody has to look any more, and no mail goes out. */
export async function withdrawNotices(
  tx: Tx,
  { kind, subject }: Pick<News, 'kind' | 'subject'>,
): Promise<void> {
  for (const { id, recipients } of await deleteAbout(tx, kind, subject))
    emit(tx, noticesGone, {
      subject: id,
      actor: system(tx.team ?? '', 'notices.withdraw'),
      reach: { holders: recipients },
      data: { ids: [id] },
    });
}
