import type { InputOf, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { tellFolder } from './events.ts';
import { insertFolder, siblings } from './folder.store.ts';
import { type PlaybookText, playbooks } from './playbooks/index.ts';
import { type Home, inSight, libraryOf } from './reach.ts';
import { addVersion, saveScriptRow } from './script.store.ts';
import { spell } from './spell.ts';

/** The playbooks, and in which libraries in sight each already lies. */
export async function listPlaybooks(actor: StaffActor, tx: Tx) {
  const rows = await run<{
    playbook: string;
    folderId: string;
    scope: Home['scope'];
    shopId: string | null;
  }>(
    tx,
    sql`select o.playbook, o.id as "folderId", o.scope, o.shop_id as "shopId" from script_folders o
        where o.team_id = ${tx.team} and o.playbook is not null and ${inSight(actor, 'o')} order by o.created_at`,
  );
  const { locale } = actor;
  const items = playbooks.map(({ id, name, when, steps }) => ({
    id,
    name: name[locale],
    when: when[locale],
    steps: steps.map((step) => ({
      title: step.title[locale],
      when: step.when[locale],
      text: step.text[locale],
    })),
    adopted: rows
      .filter(({ playbook }) => playbook === id)
      .map(({ playbook: _playbook, ...place }) => place),
  }));
  return { items };
}

/** Puts a playbook into a library as a folder of published scripts, one a step, each in all three languages. */
export async function adoptInto(
  actor: TeamActor,
  tx: Tx,
  home: Home,
  book: PlaybookText,
): Promise<{ folderId: string; scripts: number } | null> {
  const beside = await siblings(tx, home, null);
  if (beside.some(({ playbook }) => playbook === book.id)) return null;
  const folderId = newId();
  const name = book.name[actor.locale];
  const position = (beside.at(-1)?.position ?? 0) + 1;
  await insertFolder(tx, {
    ...home,
    id: folderId,
    parentId: null,
    name,
    position,
    playbook: book.id,
  });
  for (const [n, step] of book.steps.entries()) {
    const title = step.title[actor.locale];
    const content = { variants: [{ parts: [{ kind: 'text' as const, text: step.text }] }] };
    const place = { folderId, playbook: book.id, step: n + 1, code: '' };
    const id = newId();
    const row = { ...home, ...place, id, title, content, version: 1, publishedVersion: 1 };
    await saveScriptRow(tx, { ...row, state: 'published', ...(await spell(title, content)) });
    const authorId = actor.kind === 'member' ? actor.member : null;
    const first = { scriptId: id, version: 1, title, content, state: 'published' } as const;
    await addVersion(tx, { ...first, authorId });
  }
  tellFolder(actor, tx, { id: folderId, shopId: home.shopId });
  return { folderId, scripts: book.steps.length };
}

/** Adopts a playbook; once per library. */
export async function adoptPlaybook(
  actor: StaffActor,
  tx: Tx,
  { playbookId, ...library }: InputOf<typeof scripts.adoptPlaybook>,
) {
  const home = await libraryOf(actor, tx, library);
  if (isRefusal(home)) return home;
  const book = playbooks.find(({ id }) => id === playbookId);
  if (!book) return refuse('playbook.not_found');
  const adopted = await adoptInto(actor, tx, home, book);
  if (!adopted) return refuse('playbook.adopted');
  record(tx, actor, {
    action: 'playbook.adopted',
    subject: { kind: 'folder', id: adopted.folderId },
    after: { playbook: playbookId, ...adopted },
    shop: home.shopId,
  });
  return adopted;
}
