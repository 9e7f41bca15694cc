import { automation } from '@guitai/contract';

type Group = automation.RuleGroup;
type Ask = automation.RuleAsk;
type Name = automation.RuleFactName;

/** What is known of an order, its buyer, the conversation and the parcel at one moment. Null: not known. */
export type Snapshot = Readonly<
  Partial<Record<Name, number | string | boolean | readonly string[] | null>>
>;

const isGroup = (part: Ask | Group): part is Group => 'match' in part;

const fold = (text: unknown): string => String(text).normalize('NFKC').toLowerCase().trim();
const listOf = (value: Ask['value']): string[] => [value].flat().map(fold);

/** Questions that hold of what is not known: nothing is the unknown, and the unknown has nothing. */
const holdsUnknown = new Set(['is_not', 'none_of', 'lacks', 'has_not']);

const numbers: Readonly<Record<string, (found: number, value: number) => boolean>> = {
  is: (found, value) => found === value,
  is_not: (found, value) => found !== value,
  below: (found, value) => found < value,
  at_most: (found, value) => found <= value,
  above: (found, value) => found > value,
  at_least: (found, value) => found >= value,
};

const texts: Readonly<Record<string, (found: string, values: readonly string[]) => boolean>> = {
  is: (found, values) => found === values[0],
  is_not: (found, values) => found !== values[0],
  one_of: (found, values) => values.includes(found),
  none_of: (found, values) => !values.includes(found),
  contains: (found, values) => values.some((value) => value !== '' && found.includes(value)),
  lacks: (found, values) => !values.some((value) => value !== '' && found.includes(value)),
};

/** Whether one question holds of the snapshot. */
export function holds({ fact, is, value }: Ask, snapshot: Snapshot): boolean {
  const found = snapshot[fact] ?? null;
  if (found === null) return holdsUnknown.has(is);
  if (typeof found === 'number') return numbers[is]?.(found, Number(value)) ?? false;
  if (typeof found === 'boolean') return is === 'is' && found === value;
  if (typeof found === 'string') return texts[is]?.(fold(found), listOf(value)) ?? false;
  const has = listOf(value).some((one) => found.map(fold).includes(one));
  return is === 'has' ? has : is === 'has_not' && !has;
}

/** Whether the questions hold, joined as they are; no questions always hold. */
export function matches(group: Group, snapshot: Snapshot): boolean {
  if (group.of.length === 0) return true;
  const one = (part: Ask | Group) =>
    isGroup(part) ? matches(part, snapshot) : holds(part, snapshot);
  return group.match === 'all' ? group.of.every(one) : group.of.some(one);
}

/** The questions that do not hold, for people who ask why. */
export function failing(group: Group, snapshot: Snapshot): Ask[] {
  if (matches(group, snapshot)) return [];
  return group.of.flatMap((part) => {
    if (isGroup(part)) return failing(part, snapshot);
    return holds(part, snapshot) ? [] : [part];
  });
}

const shapes: Readonly<Record<automation.RuleFactType, (value: Ask['value']) => boolean>> = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  truth: (value) => typeof value === 'boolean',
  word: (value) => typeof value === 'string' || Array.isArray(value),
  text: (value) => typeof value === 'string' || Array.isArray(value),
  set: (value) => typeof value === 'string' || Array.isArray(value),
};

/** The first question that cannot be asked of its fact; null when all can. */
export function unfitAsk(group: Group): Ask | null {
  for (const part of group.of) {
    const unfit = isGroup(part) ? unfitAsk(part) : isFit(part) ? null : part;
    if (unfit) return unfit;
  }
  return null;
}

function isFit({ fact, is, value }: Ask): boolean {
  const type = automation.ruleFacts[fact];
  const operators: readonly string[] = automation.ruleOperators[type];
  return operators.includes(is) && shapes[type](value);
}

/** Facts the questions ask, so that a log keeps these alone. */
export const askedFacts = (group: Group): Name[] => [
  ...new Set(group.of.flatMap((part) => (isGroup(part) ? askedFacts(part) : [part.fact]))),
];
