import type { TeamActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { staffById } from '../access/index.ts';
import { membersWith, notify, withdrawNotices } from '../notices/index.ts';
import { approves, type Home } from './reach.ts';

const kind = 'script_review';

/** Who decides about versions in a library, without who wrote this one. */
async function deciders(actor: TeamActor, tx: Tx, home: Home): Promise<string[]> {
  const found: string[] = [];
  for (const id of await membersWith(tx, 'scripts.approve', home.shopId)) {
    const who = await staffById(tx, 'member', id);
    const wrote = actor.kind === 'member' && actor.member === id;
    if (who && !wrote && approves(who, home)) found.push(id);
  }
  return found;
}

interface Waiting {
  /** A script, or the import that brought many. */
  readonly subject: { readonly kind: 'script' | 'scripts'; readonly id: string };
  readonly home: Home;
  readonly title: string;
}

/** What an import into a library is called: all that it brought is decided one by one. */
export const importOf = (team: string, { shopId }: Home) =>
  ({ kind: 'scripts', id: shopId ?? team }) as const;

/** Tells those who may decide that something waits, once each; what waited before under the same name is settled. */
export async function askReview(actor: TeamActor, tx: Tx, waiting: Waiting): Promise<void> {
  const { subject, home, title } = waiting;
  await endReview(tx, subject);
  await notify(tx, {
    to: await deciders(actor, tx, home),
    kind,
    shopId: home.shopId,
    subject,
    path: subject.kind === 'script' ? `/library/scripts/${subject.id}` : '/library/scripts',
    params: { title },
    key: `${kind} ${subject.id}`,
  });
}

/** Nobody has to decide any more. */
export const endReview = (tx: Tx, subject: Waiting['subject']): Promise<void> =>
  withdrawNotices(tx, { kind, subject });

interface Decided {
  readonly scriptId: string;
  readonly version: number;
  readonly shopId: string | null;
  readonly title: string;
  readonly authorId: string | null;
  readonly approved: boolean;
}

/** Who wrote a version hears what was decided about it; the reason stands with the version. */
export async function tellAuthor(
  tx: Tx,
  { scriptId, version, shopId, title, authorId, approved }: Decided,
): Promise<void> {
  if (authorId === null) return;
  await notify(tx, {
    to: [authorId],
    kind: 'script_decided',
    shopId,
    subject: { kind: 'script', id: scriptId },
    path: `/library/scripts/${scriptId}`,
    params: { title, approved: approved ? 1 : 0 },
    key: `script_decided ${scriptId} ${version}`,
  });
}
