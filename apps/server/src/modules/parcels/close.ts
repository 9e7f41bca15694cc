import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { parcelStuck } from './events.ts';
import { readProblems } from './list.store.ts';
import { problemOfId, reopenProblem } from './problem.store.ts';
import { endProblems, tellProblem } from './problem.ts';

type Wanted = InputOf<typeof parcels.closeProblemParcel>;

const notFound = () => refuse('parcel.problem_not_found');

async function reach(actor: StaffActor, tx: Tx, problemId: string) {
  const problem = await problemOfId(tx, problemId);
  return problem && can(actor, 'parcels.refresh', { shop: problem.shopId }) === 'yes'
    ? problem
    : null;
}

async function show(tx: Tx, problemId: string) {
  const [row] = await readProblems(tx, { shops: null, id: problemId }, null, 1);
  if (!row) return notFound();
  const { place: _place, ...item } = row;
  return item;
}

const byOf = (actor: StaffActor): string => (actor.kind === 'member' ? actor.member : actor.key);

/** Somebody has seen to it. As long as the parcel lies where it lies, nobody is called again. */
export async function closeProblemParcel(actor: StaffActor, tx: Tx, { problemId }: Wanted) {
  const problem = await reach(actor, tx, problemId);
  if (!problem) return notFound();
  await endProblems(actor, tx, [problem], byOf(actor));
  return show(tx, problemId);
}

/** Takes that back, unless the parcel moved on meanwhile. */
export async function reopenProblemParcel(actor: StaffActor, tx: Tx, { problemId }: Wanted) {
  if (!(await reach(actor, tx, problemId))) return notFound();
  const again = await reopenProblem(tx, problemId);
  if (again) tellProblem(actor, tx, parcelStuck, again);
  return show(tx, problemId);
}
