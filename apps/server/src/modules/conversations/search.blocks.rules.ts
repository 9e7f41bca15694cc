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
  /** Hexadecimal, one sign after the other. */
  readonly signs: string;
  readonly tokens: number[];
}

/** So many neighbours share a row: few enough to be looked through, many enough to share their words. */
export const neighbours = 32;

const stretchOf = (seq: number): number => Math.floor(seq / 65_536);

/** What tokens of a stretch of the log are mixed with; `message_blocks` does the same. */
export const maskOf = (stretch: number): number =>
  Number(((BigInt(stretch) * 2_654_435_761n) % 4_294_967_296n) - 2_147_483_648n);

const signBytes = 32;
const bitOf = (token: number): number => (token >>> 0) % (signBytes * 8);

/** Which words a message may hold, in 256 bits. */
function signOf(tokens: Iterable<number>): Buffer {
  const sign = Buffer.alloc(signBytes);
  for (const token of tokens) {
    const bit = bitOf(token);
    sign[bit >> 3] = (sign[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return sign;
}

/** Whether the nth message of a row may hold all of the tokens: never wrong when it says no. */
export const mayHold = (signs: Buffer, n: number, tokens: readonly number[]): boolean =>
  tokens.every((token) => {
    const bit = bitOf(token);
    return ((signs[n * signBytes + (bit >> 3)] ?? 0) & (1 << (bit & 7))) !== 0;
  });

function blockOf(team: string, part: readonly Indexed[]): Block {
  const [first] = part as [Indexed];
  const held = part.map(({ words }) => hashKeys(team, keysHeld(fold(words).plain)));
  const mask = maskOf(stretchOf(first.seq));
  return {
    no: first.seq,
    last: part.at(-1)?.seq ?? first.seq,
    shopId: first.shopId,
    seqs: part.map(({ seq }) => seq),
    messages: part.map(({ id }) => id),
    conversations: part.map(({ conversationId }) => conversationId),
    signs: Buffer.concat(held.map(signOf)).toString('hex'),
    tokens: [...new Set(held.flat())].map((token) => token ^ mask),
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
