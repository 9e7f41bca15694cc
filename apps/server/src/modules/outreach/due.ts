import { type SystemActor, system } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Tx } from '../../kernel/tx.ts';
import { afterAsking, beforeAsking, type Decision, later } from './decide.rules.ts';
import type { Digest } from './digest.rules.ts';
import { takeDue, takeTurn } from './due.store.ts';
import { countIn, factsFor, type Ground, groundOf } from './facts.ts';
import { carryOut, type Decided } from './fate.ts';
import type { Recheck, Verdict } from './ports.ts';
import type { OutreachRow } from './tables.ts';

type Rechecks = Readonly<Record<string, Recheck>>;

/** The name under which everything automatic is said. */
const why = 'outreach';

/** `taken`: another process decides for this team. */
export type Round = { readonly done: number } | 'taken';

/**
 * Decides about what is due, at most `limit`, in one transaction: what is not to be sent says why, what goes into the chat
 * stands there when the transaction does, what leaves by a gateway waits in the outbox.
 */
export const decideDue = (
  db: Db,
  team: string,
  rechecks: Rechecks,
  limit: number,
  digest: Digest,
): Promise<Round> => {
  const actor = system(team, why);
  return db.write<Round>(actor, async (tx) => {
    if (!(await takeTurn(tx))) return 'taken';
    const messages = await takeDue(tx, now(), limit);
    if (messages.length === 0) return { done: 0 };
    const ground = await groundOf(tx, messages, clock.now(), digest);
    await carryOut(actor, tx, ground, await decideAll(actor, tx, rechecks, ground, messages));
    return { done: messages.length };
  });
};

async function decideAll(
  actor: SystemActor,
  tx: Tx,
  rechecks: Rechecks,
  ground: Ground,
  messages: readonly OutreachRow[],
): Promise<Decided[]> {
  const settled = new Map<string, Decision>();
  for (const message of messages) {
    const decision = beforeAsking(message, factsFor(ground, message));
    if (decision) settled.set(message.id, decision);
  }
  const open = messages.filter(({ id }) => !settled.has(id));
  const verdicts = await askAgain(actor, tx, rechecks, open);
  return messages.map((message) => {
    const before = settled.get(message.id);
    return before ? { message, decision: before } : decide(ground, message, verdicts);
  });
}

function decide(
  ground: Ground,
  message: OutreachRow,
  verdicts: ReadonlyMap<string, Verdict>,
): Decided {
  const verdict = message.recheck === null ? 'send' : verdicts.get(message.id);
  if (verdict === undefined) return { message, decision: { do: 'skip', reason: 'gone' } };
  if (verdict !== 'send' && 'skip' in verdict)
    return { message, decision: { do: 'skip', reason: verdict.skip } };
  if (verdict !== 'send' && 'later' in verdict)
    return { message, decision: later(message, verdict.later.getTime()) };
  const words = verdict === 'send' ? message : { ...message, ...verdict };
  const decision = afterAsking(words, factsFor(ground, words));
  if (decision.do === 'send') countIn(ground, words, decision.channel);
  return { message: words, decision };
}

/** Asks every recheck once for all messages that name it. */
async function askAgain(
  actor: SystemActor,
  tx: Tx,
  rechecks: Rechecks,
  messages: readonly OutreachRow[],
): Promise<ReadonlyMap<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const asked = Map.groupBy(messages, (message) => message.recheck);
  for (const [name, group] of asked) {
    if (name === null) continue;
    const recheck = rechecks[name];
    if (!recheck) throw new Error(`there is no recheck ${name}`);
    for (const [id, verdict] of await recheck(actor, tx, group)) verdicts.set(id, verdict);
  }
  return verdicts;
}
