import { refuse } from '../../kernel/refusal.ts';
import type { WordPort } from '../conversations/index.ts';

/** SCR-06: what the team does not want said is not said under a review or in thanks either. Ask `load` of the port first. */
export function unsayable(
  port: WordPort,
  said: { readonly team: string; readonly shopId: string; readonly text: string },
  sure: boolean,
) {
  const found = port.find(said.team, said.shopId, said.text);
  const blocked = found.filter(({ level }) => level === 'block');
  if (found.length === 0 || (blocked.length === 0 && sure)) return null;
  const words = [...new Set((blocked.length > 0 ? blocked : found).map(({ word }) => word))];
  return refuse(blocked.length > 0 ? 'message.words_blocked' : 'message.words_warned', { words });
}

/** Makes sure the words are at hand. */
export const ready = async (port: WordPort, team: string): Promise<void> => {
  if (!port.isReady(team)) await port.load(team);
};
