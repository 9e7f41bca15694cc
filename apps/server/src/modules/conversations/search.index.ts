import type { conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { type Heard, reactMany } from '../../kernel/reactions.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { messageHidden, messagePosted } from './events.ts';
import { type Block, blocksOf, type Indexed } from './search.blocks.rules.ts';
import { wordsOfMessage } from './search.words.rules.ts';

const batch = 512;

interface Told {
  readonly message: conversations.Message;
  readonly conversation?: { readonly shopId: string };
}

/** A message that is gone, or has no words, is not indexed; lines are the product's own. */
function indexedOf(event: Heard<Told | null>): Indexed[] {
  const message = event.data?.message;
  const shopId = event.data?.conversation?.shopId ?? event.reach?.shop;
  if (!message || shopId === undefined || message.kind === 'line') return [];
  const words = wordsOfMessage(message);
  const { id, conversationId } = message;
  return words === '' ? [] : [{ seq: event.seq, id, conversationId, shopId, words }];
}

const writeBlocks = (tx: Tx, blocks: readonly Block[]) =>
  run(
    tx,
    sql`insert into message_search (team_id, no, last, shop_id, seqs, messages, conversations, signs, tokens)
        select ${tx.team}, b.no, b.last, b."shopId", b.seqs, b.messages, b.conversations, decode(b.signs, 'hex'), b.tokens
        from json_to_recordset(${JSON.stringify(blocks)}::json) as b(no bigint, last bigint, "shopId" uuid, seqs bigint[],
          messages uuid[], conversations uuid[], signs text, tokens int[])
        where exists (select from conversations c where c.team_id = ${tx.team} and c.id = b.conversations[1])`,
  );

/**
 * Follows the log from its beginning, so it is also what indexes the messages of a shop that was here before the search:
 * the cursor moves with the rows, a kill loses and repeats nothing. What belongs to a removed shop is left out.
 */
export const indexMessages = reactMany(
  'conversations.index',
  [messagePosted, messageHidden],
  batch,
  async (_actor, tx, events) => {
    const blocks = blocksOf(tx.team ?? '', events.flatMap(indexedOf));
    if (blocks.length > 0) await writeBlocks(tx, blocks);
  },
);
