import { buyers } from '@guitai/contract';

export type Side = 'survivor' | 'merged';
export type Choice = { readonly [F in buyers.MergeField]?: Side };

/** Columns a merge may change. */
export interface Person {
  readonly name: string;
  readonly phone: string | null;
  readonly phone_country: string | null;
  readonly phone_valid: boolean | null;
  readonly email: string | null;
  readonly level: string | null;
  readonly friendliness: number | null;
  readonly remark: string;
  readonly tags: readonly string[];
  readonly shop_ids: readonly string[];
}

const isEmpty = (value: unknown): boolean => value === null || value === '';

/** Both have a value, and they differ: a person has to choose. */
export const isConflict = (field: buyers.MergeField, a: Person, b: Person): boolean =>
  !isEmpty(a[field]) && !isEmpty(b[field]) && a[field] !== b[field];

/** The survivor's own, unless only the other has one. */
export const suggested = (field: buyers.MergeField, a: Person, b: Person): Side =>
  isEmpty(a[field]) && !isEmpty(b[field]) ? 'merged' : 'survivor';

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** The survivor after the merge: each field from the side chosen, else suggested; tags and shops of both. */
export function mergedPerson(survivor: Person, merged: Person, choice: Choice): Person {
  const from = (field: buyers.MergeField): Person =>
    (choice[field] ?? suggested(field, survivor, merged)) === 'merged' ? merged : survivor;
  const picked = Object.fromEntries(
    buyers.mergeFields.map((field) => [field, from(field)[field]]),
  ) as unknown as Pick<Person, buyers.MergeField>;
  const { phone_country, phone_valid } = from('phone');
  return {
    ...picked,
    phone_country,
    phone_valid,
    tags: union(survivor.tags, merged.tags),
    shop_ids: union(survivor.shop_ids, merged.shop_ids),
  };
}

const scalars = [
  'name',
  'phone',
  'phone_country',
  'phone_valid',
  'email',
  'level',
  'friendliness',
  'remark',
] as const;

/** Taking a list's additions back: what stood before, and what came since by other ways. */
const without = (now: readonly string[], before: readonly string[], after: readonly string[]) => {
  const added = after.filter((one) => !before.includes(one));
  return now.filter((one) => !added.includes(one));
};

/** What parting gives back: the earlier value of each field nobody has changed since. */
export function restored(now: Person, before: Person, after: Person): Partial<Person> {
  const fields = scalars.filter(
    (field) => now[field] === after[field] && after[field] !== before[field],
  );
  return {
    ...Object.fromEntries(fields.map((field) => [field, before[field]])),
    tags: without(now.tags, before.tags, after.tags),
    shop_ids: without(now.shop_ids, before.shop_ids, after.shop_ids),
  };
}
