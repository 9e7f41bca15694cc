import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type BreakdownRow, byCategory, byProduct, byScript } from './breakdown.store.ts';
import { byPerson, ofPerson } from './credited.ts';
import { rulesOn } from './profile.rules.ts';
import { type Scoped, scopeOf } from './scope.ts';

type Way = InputOf<typeof insight.listBreakdown>['by'];

async function rowsOf(actor: StaffActor, tx: Tx, by: Way, scoped: Scoped): Promise<BreakdownRow[]> {
  const { convertHours } = rulesOn(scoped.profile, scoped.span.to);
  if (by === 'person') return byPerson(tx, scoped);
  if (by === 'script')
    return byScript(tx, scoped, convertHours, actor.kind === 'member' ? actor.member : null);
  if (scoped.member !== null) return ofPerson(tx, scoped, scoped.member, by);
  return by === 'product'
    ? byProduct(tx, scoped, convertHours)
    : byCategory(tx, scoped, convertHours);
}

/** E2: asked → ordered → paid by person, product, category or script; within the profile's hours, less what was taken back. */
export async function listBreakdown(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.listBreakdown>,
) {
  const scoped = await scopeOf(actor, tx, input);
  if (isRefusal(scoped)) return scoped;
  const rows = await rowsOf(actor, tx, input.by, scoped);
  return { items: rows.map((row) => ({ ...row, amounts: [...row.amounts] })) };
}
