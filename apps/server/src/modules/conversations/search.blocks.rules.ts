import { hashKeys } from '../catalog/index.ts';
import { fold, keysHeld } from './search.text.rules.ts';

/** A message on its way into the index; `seq` is its place in the log. */
export interface Indexed {
  readonly seq: number;
  readonly id: string;
  readonly conversationId: string;
  readonly shopId: string;
  readonly words: string;
}

/** A row of the index. */
export interface Block {
  readonly no: number;
  readonly last: number;
  readonly shopId: string;
  readonly seqs: number[];
  readonly messages: string[];
  readonly conversations: string[];
  readonly tokens: number[];
}

/** So many neighbours share a row: few enough to be looked through, many enough to share their words. */
export const neighbours = 32;

const stretchOf = (seq: number): number => Math.floor(seq / 65_536);

/** What tokens of a stretch of the log are mixed with; `message_blocks` does the same. */
export const maskOf = (stretch: number): number =>
  Number(((BigInt(stretch) * 2_654_435_761n) % 4_294_967_296n) - 2_147_483_648n);

function blockOf(team: string, part: readonly Indexed[]): Block {
  const [first] = part as [Indexed];
  const keys = new Set(part.flatMap(({ words }) => keysHeld(fold(words).plain)));
  const mask = maskOf(stretchOf(first.seq));
  return {
    no: first.seq,
    last: part.at(-1)?.seq ?? first.seq,
    shopId: first.shopId,
    seqs: part.map(({ seq }) => seq),
    messages: part.map(({ id }) => id),
    conversations: part.map(({ conversationId }) => conversationId),
    tokens: hashKeys(team, keys).map((token) => token ^ mask),
  };
}

/** Rows of the index for messages in the order of the log: of one shop and one stretch of the log each. */
export function blocksOf(team: string, messages: readonly Indexed[]): Block[] {
  const groups = Map.groupBy(messages, ({ shopId, seq }) => `${shopId} ${stretchOf(seq)}`);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / neighbours) }, (_, n) =>
      blockOf(team, group.slice(n * neighbours, (n + 1) * neighbours)),
    ),
  );
}
