import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { newestConversationOf, sayInTx } from '../conversations/index.ts';
import { lockProblems, noteWritten } from './problem.store.ts';
import type { ProblemRow } from './tables.ts';
import { readParcel } from './watch.store.ts';
import { filled, unknownWords, variables } from './write.rules.ts';

type State = 'sent' | 'no_chat' | 'refused' | 'gone';

async function writeOne(actor: StaffActor, tx: Tx, problem: ProblemRow, text: string) {
  const answer = (state: State, conversationId: string | null = null) => ({
    problemId: problem.id,
    state,
    conversationId,
  });
  const { buyerId, shopId } = problem;
  const row = await readParcel(tx, problem.parcelId);
  if (!row || can(actor, 'parcels.read', { shop: shopId }) !== 'yes') return answer('gone');
  const chat = buyerId === null ? undefined : await newestConversationOf(tx, { buyerId, shopId });
  if (!chat) return answer('no_chat');
  const words = filled(text, {
    order: row.orderNumber,
    carrier: row.carrierName || row.carrier,
    number: row.number,
  });
  const clientKey = `parcel-${problem.id}-${now().getTime()}`;
  const said = await attempt(tx, () =>
    sayInTx(actor, tx, { conversationId: chat.id, text: words, clientKey }),
  );
  if (isRefusal(said)) return answer('refused', chat.id);
  await noteWritten(tx, problem.id, now());
  return answer('sent', chat.id);
}

/** Says the same to several buyers in the writer's own name, each in the own chat; one that refuses leaves the others. */
export async function writeToParcelBuyers(
  actor: StaffActor,
  tx: Tx,
  { problemIds, text }: InputOf<typeof parcels.writeToParcelBuyers>,
) {
  const names = unknownWords(text);
  if (names.length > 0)
    return refuse('parcel.words_unknown', { names: names.join(', '), known: variables.join(', ') });
  const problems = await lockProblems(tx, problemIds);
  const found = new Map(problems.map((problem) => [problem.id, problem]));
  const items: Awaited<ReturnType<typeof writeOne>>[] = [];
  for (const problemId of [...problemIds].sort()) {
    const problem = found.get(problemId);
    items.push(
      problem
        ? await writeOne(actor, tx, problem, text)
        : { problemId, state: 'gone', conversationId: null },
    );
  }
  return { items };
}
