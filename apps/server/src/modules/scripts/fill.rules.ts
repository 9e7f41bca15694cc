import { scripts } from '@guitai/contract';

type Variable = scripts.ScriptVariable;
export type Values = Readonly<Partial<Record<Variable, string>>>;

export interface Missing {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** `{order.number}` or `{order.number|您的订单}`: a name of small letters, perhaps what stands there without a value. */
const slot = /\{([a-z]+(?:\.[a-z_]+)?)(?:\|([^{}]*))?\}/g;

const known = new Set<string>(scripts.scriptVariables);

/** Names in a text that are no variables; a typing error must not reach a buyer. */
export const unknownNames = (text: string): string[] =>
  [...text.matchAll(slot)].map((match) => match[1] ?? '').filter((name) => !known.has(name));

/**
 * SCR-03: the text with values in the places of its variables. What has neither value nor fallback stays as it was
 * written and is named with its place in the filled text. Values are put in as they are and never read again.
 */
export function fill(template: string, values: Values): { text: string; missing: Missing[] } {
  const missing: Missing[] = [];
  let text = '';
  let from = 0;
  for (const match of template.matchAll(slot)) {
    const [whole, name = '', fallback] = match;
    text += template.slice(from, match.index);
    from = match.index + whole.length;
    const value = values[name as Variable]?.trim() || fallback;
    if (value === undefined && known.has(name))
      missing.push({ name, start: text.length, end: text.length + whole.length });
    text += value ?? whole;
  }
  return { text: text + template.slice(from), missing };
}

/** Variables that still stand in a text somebody wants to send. */
export const unfilled = (text: string): string[] =>
  [...text.matchAll(slot)].map((match) => match[1] ?? '').filter((name) => known.has(name));
