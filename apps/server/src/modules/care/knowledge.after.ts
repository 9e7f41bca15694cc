import { type conversations, Id, Type } from '@guitai/contract';
import { sql } from 'kysely';
import { clock } from '../../kernel/clock.ts';
import { defineJob } from '../../kernel/jobs.ts';
import { type Heard, reactMany } from '../../kernel/reactions.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { conversationFacts, messagePosted, wordsAfter } from '../conversations/index.ts';
import {
  answersFrom,
  countOutcome,
  findKnowledge,
  isQuestion,
  noteQuestions,
} from '../knowledge/index.ts';
import { tellTopics } from './topic.ts';

/** So long after a card it is known whether the buyer asked again. */
export const judgeAfterMs = 30 * 60_000;

const keepOutcome = (tx: Tx, messageId: string, conversationId: string, askedAgain: boolean) =>
  run<{ n: number }>(
    tx,
    sql`insert into knowledge_outcomes (team_id, message_id, conversation_id, asked_again)
        values (${tx.team}, ${messageId}, ${conversationId}, ${askedAgain}) on conflict do nothing returning 1 as n`,
  );

/** Helped: the buyer asked nothing more in the half hour after the card. Counted once, however often the job runs. */
export const judgeKnowledge = defineJob(
  'care.judgeKnowledge',
  Type.Object({ entryId: Id, conversationId: Id, messageId: Id, seq: Type.Integer() }),
  async (_actor, tx, { entryId, conversationId, messageId, seq }) => {
    if (!(await conversationFacts(tx, conversationId))) return;
    const words = await wordsAfter(tx, conversationId, seq);
    const askedAgain = words.some(({ text }) => isQuestion(text));
    const fresh = await keepOutcome(tx, messageId, conversationId, askedAgain);
    if (fresh.length > 0) await countOutcome(tx, entryId, askedAgain);
  },
);

const batch = 256;
/** In a storm only so many questions of a batch are looked up: a list of what to write needs no exact count of a storm. */
const mostOfBatch = 24;
const mostOfFullBatch = 4;
const freshMs = 7 * 86_400_000;

type Posted = Heard<Pick<conversations.MessagePosted, 'message' | 'conversation'> | null>;

interface Question {
  readonly shopId: string;
  readonly question: string;
  readonly conversationId: string;
  readonly seq: number;
}

function questionsOf(events: readonly Posted[]): Question[] {
  const found = new Map<string, Question>();
  for (const { data, at } of events) {
    if (!data || Date.parse(at) < clock.now() - freshMs) continue;
    const { message, conversation } = data;
    if (message.author.kind !== 'buyer' || message.kind !== 'text' || !isQuestion(message.text))
      continue;
    const { text: question, conversationId, seq } = message;
    found.set(`${conversation.shopId} ${question}`, {
      shopId: conversation.shopId,
      question,
      conversationId,
      seq,
    });
  }
  return [...found.values()].slice(0, events.length < batch ? mostOfBatch : mostOfFullBatch);
}

async function isAnswered(tx: Tx, { shopId, question }: Question): Promise<boolean> {
  const [best] = await findKnowledge(tx, { shops: [shopId], text: question, limit: 1 });
  return best !== undefined && best.covered >= answersFrom;
}

/** KB-04, KB-05: which product is under discussion is told; questions no entry speaks of go on the list of what to write. */
export const questionReactions = [
  reactMany('care.noteQuestions', messagePosted, batch, async (actor, tx, events) => {
    await tellTopics(actor, tx, events);
    const open: Question[] = [];
    for (const one of questionsOf(events)) if (!(await isAnswered(tx, one))) open.push(one);
    for (const [shopId, asked] of Map.groupBy(open, (one) => one.shopId)) {
      const noted = asked.map(({ question, conversationId, seq }) => ({
        ...{ question, conversationId, seq },
        productExternalId: null,
      }));
      await noteQuestions(actor, tx, shopId, 'question', noted);
    }
  }),
];
