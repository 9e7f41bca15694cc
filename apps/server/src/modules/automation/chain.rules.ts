/** Rules that led to an event, the first one first; empty when a person or a shop did it. */
export type Chain = readonly { readonly ruleId: string; readonly name: string }[];

/** So many rules may follow from one another. */
export const deepest = 5;

export type ChainVerdict =
  | { readonly go: true }
  | { readonly go: false; readonly why: 'own' }
  | { readonly go: false; readonly why: 'loop' | 'depth'; readonly detail: string };

/**
 * Whether a rule may answer what the rules of the chain have done. Never its own act; when others lie between, that is a
 * loop, told by name.
 */
export function weighChain(chain: Chain, rule: { id: string; name: string }): ChainVerdict {
  const before = chain.findIndex(({ ruleId }) => ruleId === rule.id);
  const named = (rules: Chain) => [...rules.map(({ name }) => name), rule.name].join(' → ');
  if (before >= 0 && before === chain.length - 1) return { go: false, why: 'own' };
  if (before >= 0) return { go: false, why: 'loop', detail: named(chain.slice(before)) };
  if (chain.length >= deepest) return { go: false, why: 'depth', detail: named(chain) };
  return { go: true };
}
