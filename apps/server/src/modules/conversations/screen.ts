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

const isStaff = ({ kind }: Said['actor']): boolean => kind === 'member' || kind === 'key';

/**
 * SCR-06: what a colleague may not say to a buyer, or not without a second look (`sure`). Notes are the team's own, and
 * buyers say what they like.
 */
export function screened(port: WordPort, said: Said, shopId: string): Refusal<WordsCode> | null {
  if (said.kind === 'note' || !isStaff(said.actor)) return null;
  const found = port.find(said.actor.team, shopId, said.text);
  if (found.length === 0) return null;
  const blocked = found.filter(({ level }) => level === 'block');
  if (blocked.length === 0 && said.sure) return null;
  const named = blocked.length > 0 ? blocked : found;
  const words = [...new Set(named.map(({ word }) => word))];
  return refuse(blocked.length > 0 ? 'message.words_blocked' : 'message.words_warned', { words });
}
