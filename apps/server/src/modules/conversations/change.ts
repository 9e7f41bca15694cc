import { actorRef, type TeamActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { EventType } from '../../kernel/events.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Act, transition } from './conversation.rules.ts';
import { signature } from './names.ts';
import type { Standing } from './post.rules.ts';
import { lineOf, place, tell, write } from './say.ts';
import { lockStanding } from './standing.store.ts';

export type ChangeCode =
  | 'conversation.not_found'
  | 'conversation.illegal_transition'
  | 'access.denied';

/** Locks a conversation for an act of the team; refuses what the actor may not see or do. */
export async function lockFor(
  actor: TeamActor,
  tx: Tx,
  id: string,
  permission: string,
): Promise<Standing | Refusal<'conversation.not_found' | 'access.denied'>> {
  const standing = await lockStanding(tx, id);
  if (!standing) return refuse('conversation.not_found');
  const thing = { shop: standing.shopId, holder: standing.assigneeId };
  if (can(actor, 'conversations.read', thing) !== 'yes') return refuse('conversation.not_found');
  if (can(actor, permission, thing) !== 'yes') return refuse('access.denied', { permission });
  return standing;
}

/** The state after the act, or the refusal that names both. */
export const stateAfter = (
  standing: Standing,
  act: Act,
): Standing['state'] | Refusal<'conversation.illegal_transition'> =>
  transition(standing.state, act) ??
  refuse('conversation.illegal_transition', { from: standing.state, act });

/** Who did it, as a line names them. */
export async function byWhom(
  tx: Tx,
  actor: TeamActor,
): Promise<{ byId: string | null; byName: string }> {
  return { byId: actorRef(actor).id, byName: await signature(tx, actor) };
}

/** Changes a locked conversation: a line for its readers, an event for everyone else, the row. */
export async function change(
  actor: TeamActor,
  tx: Tx,
  before: Standing,
  now: Partial<Standing>,
  event: EventType,
  line: { readonly code: string; readonly params: Record<string, unknown> },
): Promise<Standing> {
  const step = place({ ...before, ...now }, lineOf(line.code, line.params));
  tell(tx, actor, event, before, step.after);
  await write(tx, actor, step);
  return step.after;
}
