import { conversations } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { unqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { byWhom, change } from './change.ts';
import { conversationWoken } from './events.ts';
import type { Standing } from './post.rules.ts';

const { lineCodes } = conversations;

/** One waiting job a conversation. */
export const wakeKey = (conversationId: string): string => `conversations.wake ${conversationId}`;

/** What is forgotten when a conversation no longer sleeps. */
export const awake = () => ({ snoozedUntil: null, snoozedForOrder: false });

/** Wakes a locked, snoozed conversation and says why. */
export async function wakeUp(
  actor: TeamActor,
  tx: Tx,
  before: Standing,
  why: 'due' | 'reply' | 'order' | 'member',
): Promise<Standing> {
  const params = why === 'member' ? { why, ...(await byWhom(tx, actor)) } : { why };
  const line = { code: lineCodes.woken, params };
  const after = await change(
    actor,
    tx,
    before,
    { state: 'open', ...awake() },
    conversationWoken,
    line,
  );
  if (why !== 'due') await unqueue(tx, wakeKey(before.id));
  return after;
}
