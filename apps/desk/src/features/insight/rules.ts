import type { insight } from '@guitai/contract';

type Profile = import('@guitai/contract').Static<typeof insight.Profile>;

/** The rules of a profile in force on a day; before the first, the first. */
export const rulesOf = ({ versions }: Profile, day: string) =>
  (versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0])?.rules;
