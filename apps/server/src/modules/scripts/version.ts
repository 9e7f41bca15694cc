import type { InputOf, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import type { Content } from './content.rules.ts';
import { tellScript } from './events.ts';
import { approves, type Home, inSight, manages } from './reach.ts';
import { endReview, importOf, tellAuthor } from './review.ts';
import {
  decideVersion,
  readVersion,
  readVersions,
  saveScriptRow,
  waitsIn,
} from './script.store.ts';
import { reachScript } from './script.ts';
import { shownScript } from './shown.ts';
import { spell } from './spell.ts';

/** What a script has said; who only uses it sees what was published. */
export async function listScriptVersions(
  actor: StaffActor,
  tx: Tx,
  { scriptId }: InputOf<typeof scripts.listScriptVersions>,
) {
  const row = await reachScript(actor, tx, scriptId);
  if (isRefusal(row)) return row;
  const all = await readVersions(tx, scriptId);
  const whole = manages(actor, row) || approves(actor, row);
  const seen = whole ? all : all.filter(({ state }) => state === 'published');
  return { items: seen.map(({ scriptId: _script, ...version }) => version) };
}

/** Publishes a waiting version or sends it back. */
export async function decideScript(
  actor: StaffActor,
  tx: Tx,
  { scriptId, version, approve, reason }: InputOf<typeof scripts.decideScript>,
) {
  const row = await reachScript(actor, tx, scriptId, { lock: true });
  if (isRefusal(row)) return row;
  if (!approves(actor, row)) return refuse('access.denied', { permission: 'scripts.approve' });
  const waiting = await readVersion(tx, scriptId, version);
  if (waiting?.state !== 'waiting') return refuse('script.not_waiting');
  const by = actor.kind === 'member' ? actor.member : null;
  if (by === null || waiting.authorId === by) return refuse('script.own_version');
  await decideVersion(tx, { scriptId, version }, { approve, by, reason: reason ?? null });
  const { title, content } = waiting;
  const saved = approve
    ? { ...row, title, content, ...(await spell(title, content)), publishedVersion: version }
    : row;
  const after = { ...saved, state: approve ? ('published' as const) : ('draft' as const) };
  await saveScriptRow(tx, after);
  await endReview(tx, { kind: 'script', id: scriptId });
  if (!(await waitsIn(tx, row))) await endReview(tx, importOf(actor.team, row));
  const { authorId } = waiting;
  await tellAuthor(tx, {
    ...{ scriptId, version, shopId: row.shopId, title, authorId, approved: approve },
  });
  tellScript(actor, tx, after);
  record(tx, actor, {
    action: approve ? 'script.approved' : 'script.sent_back',
    subject: { kind: 'script', id: scriptId },
    after: { title, version },
    reason: reason ?? null,
    shop: row.shopId,
  });
  return shownScript(actor, tx, after);
}

type Waiting = Home & {
  readonly scriptId: string;
  readonly title: string;
  readonly version: number;
  readonly content: Content;
  readonly before: Content | null;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly at: string;
};

/** Versions that wait, for those who decide and those who wrote them. */
export async function listScriptApprovals(actor: StaffActor, tx: Tx) {
  const rows = await run<Waiting>(
    tx,
    sql`select s.id as "scriptId", s.scope, s.owner_id as "ownerId", s.shop_id as "shopId", v.title, v.version, v.content,
          case when s.published_version is null then null else s.content end as before, v.author_id as "authorId",
          coalesce(m.name, '') as "authorName", ${sql.raw(isoColumn('v.at'))} as at
        from scripts s join script_versions v on v.team_id = s.team_id and v.script_id = s.id and v.state = 'waiting'
        left join published.members m on m.team_id = v.team_id and m.id = v.author_id
        where s.team_id = ${tx.team} and s.state = 'waiting' and s.removed_at is null and ${inSight(actor, 's')}
        order by v.at, s.id limit 200`,
  );
  const isOwn = (row: Waiting) => actor.kind === 'member' && row.authorId === actor.member;
  const items = rows
    .filter((row) => approves(actor, row) || isOwn(row))
    .map(({ ownerId: _owner, authorId: _author, ...row }) => ({
      ...row,
      can:
        approves(actor, { ...row, ownerId: _owner }) &&
        !isOwn({ ...row, ownerId: _owner, authorId: _author })
          ? ['decideScript']
          : [],
    }));
  return { items };
}
