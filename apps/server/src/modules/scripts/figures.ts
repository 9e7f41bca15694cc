import type { InputOf, scripts } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { inSight } from './reach.ts';
import { betterOf, fewest, shareOf } from './share.rules.ts';

interface Counted {
  readonly scriptId: string;
  readonly title: string;
  readonly variant: number;
  readonly used: number;
  readonly edited: number;
  readonly editedSum: number;
  readonly replied: number;
  readonly ordered: number;
  readonly paid: number;
  readonly paidMinor: number;
  readonly currency: string;
}

/** From this share on a text counts as changed. */
const changed = 0.05;

/** Uses by script and variant; what was cancelled or refunded since no longer counts as ordered or paid. */
function countUses(actor: StaffActor, tx: Tx, input: InputOf<typeof scripts.listScriptFigures>) {
  const shops = sightOf(actor, 'scripts.read')?.shops ?? null;
  const wanted = [
    sql`u.team_id = ${actor.team}`,
    sql`u.counts`,
    inSight(actor, 's'),
    ...(shops === null ? [] : [sql`u.shop_id = any(${[...shops]}::uuid[])`]),
    ...(input.shopId ? [sql`u.shop_id = ${input.shopId}`] : []),
    ...(input.scriptId ? [sql`u.script_id = ${input.scriptId}`] : []),
    ...(input.since ? [sql`u.at >= ${input.since}::timestamptz`] : []),
    ...(input.until ? [sql`u.at < ${input.until}::timestamptz`] : []),
  ];
  return run<Counted>(
    tx,
    sql`select u.script_id as "scriptId", s.title, u.variant, count(*)::int as used,
          (count(*) filter (where u.edited >= ${changed}))::int as edited, sum(u.edited)::float8 as "editedSum",
          count(u.replied_at)::int as replied,
          (count(u.ordered_at) filter (where u.reversed_at is null))::int as ordered,
          (count(u.paid_at) filter (where u.reversed_at is null))::int as paid,
          coalesce(sum(u.paid_minor) filter (where u.reversed_at is null), 0)::bigint as "paidMinor",
          coalesce(mode() within group (order by u.currency), '') as currency
        from script_uses u join scripts s on s.team_id = u.team_id and s.id = u.script_id
        where ${sql.join(wanted, sql` and `)}
        group by 1, 2, 3 order by 1, 3`,
  );
}

const outcomeOf = (rows: readonly Counted[]) => {
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0);
  const used = sum((row) => row.used);
  return {
    used,
    edited: sum((row) => row.edited),
    editedShare:
      used === 0 ? 0 : Math.round((sum((row) => row.editedSum) / used) * 10_000) / 10_000,
    replied: shareOf(
      sum((row) => row.replied),
      used,
    ),
    ordered: shareOf(
      sum((row) => row.ordered),
      used,
    ),
    paid: shareOf(
      sum((row) => row.paid),
      used,
    ),
    paidMinor: sum((row) => Number(row.paidMinor)),
    currency: rows[0]?.currency ?? '',
    enough: used >= fewest,
  };
};

/** SCR-04: what each script brought. */
export async function listScriptFigures(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof scripts.listScriptFigures>,
) {
  const rows = await countUses(actor, tx, input);
  const items = [...Map.groupBy(rows, (row) => row.scriptId)].map(([scriptId, variants]) => ({
    scriptId,
    title: variants[0]?.title ?? '',
    ...outcomeOf(variants),
    variants: variants.map((row) => ({ variant: row.variant, ...outcomeOf([row]) })),
    better: betterVariant(variants),
  }));
  return { items: items.sort((a, b) => b.used - a.used) };
}

function betterVariant(variants: readonly Counted[]): number | null {
  const best = betterOf(variants.map(({ used, paid }) => ({ used, paid })));
  return best === null ? null : (variants[best]?.variant ?? null);
}
