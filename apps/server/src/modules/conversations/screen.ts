import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Said } from './post.plan.ts';

/** Words the team does not want said, held in memory by whoever keeps the list. */
export interface WordPort {
  /** Whether `find` can answer for the team now; otherwise `load` comes first. */
  readonly isReady: (team: string) => boolean;
  readonly load: (team: string) => Promise<void>;
  readonly find: (
    team: string,
    shopId: string,
    text: string,
  ) => readonly { readonly word: string; readonly level: 'warn' | 'block' }[];
}

/** A list without words. */
export const noWords: WordPort = { isReady: () => true, load: async () => {}, find: () => [] };

type WordsCode = 'message.words_blocked' | 'message.words_warned';

/** Makes sure the words are at hand; before a transaction, for it reads them by itself. */
export const wordsReady = async (guard: WordPort, team: string): Promise<void> => {
  if (!guard.isReady(team)) await guard.load(team);
};

/** What the team does not want said, whoever it is said to and by whatever way; `sure` lets through what is only warned of. */
export function unsayable(
  guard: WordPort,
  said: { readonly team: string; readonly shopId: string; readonly text: string },
  sure: boolean,
): Refusal<WordsCode> | null {
  const found = guard.find(said.team, said.shopId, said.text);
  const blocked = found.filter(({ level }) => level === 'block');
  if (found.length === 0 || (blocked.length === 0 && sure)) return null;
  const words = [...new Set((blocked.length > 0 ? blocked : found).map(({ word }) => word))];
  return refuse(blocked.length > 0 ? 'message.words_blocked' : 'message.words_warned', { words });
}

const isStaff = ({ kind }: Said['actor']): boolean => kind === 'member' || kind === 'key';

/**
 * SCR-06: what a colleague may not say to a buyer, or not without a second look (`sure`). Notes are the team's own, and
 * buyers say what they like.
 */
export function screened(guard: WordPort, said: Said, shopId: string): Refusal<WordsCode> | null {
  if (said.kind === 'note' || !isStaff(said.actor)) return null;
  return unsayable(guard, { team: said.actor.team, shopId, text: said.text }, said.sure ?? false);
}
