import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type BreakdownRow, byCategory, byPerson, byProduct, byScript } from './breakdown.store.ts';
import { rulesOn } from './profile.rules.ts';
import { scopeOf } from './scope.ts';

const tables = {
  person: byPerson,
  product: byProduct,
  category: byCategory,
  script: byScript,
};

/** E2: asked → ordered → paid by person, product, category or script; within the profile's hours, less what was taken back. */
export async function listBreakdown(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.listBreakdown>,
) {
  const scoped = await scopeOf(actor, tx, input);
  if (isRefusal(scoped)) return scoped;
  const { convertHours } = rulesOn(scoped.profile, scoped.span.to);
  const reader = actor.kind === 'member' ? actor.member : null;
  const rows: BreakdownRow[] = await tables[input.by](tx, scoped, convertHours, reader);
  return { items: rows.map((row) => ({ ...row, amounts: [...row.amounts] })) };
}
