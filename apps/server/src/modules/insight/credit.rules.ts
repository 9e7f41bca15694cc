import type { insight, Static } from '@guitai/contract';
import type { ProfileRules } from './profile.rules.ts';

export type CreditRule = Static<typeof insight.CreditRule>;

/** The rule of a profile; those dated before there was a choice go by the product. */
export const creditOf = ({ credit }: ProfileRules): CreditRule => credit ?? 'last_sku';

/** Stands for the shop as a whole, where no product is known. */
export const wholeShop = '00000000-0000-0000-0000-000000000000';

/** Parts of one enquiry: whoever is credited with a share of it gets so many of them. */
export const wholeParts = 1000;

/** At which moments a person served a product in a session (ms, ascending; one a turn). */
export interface Service {
  readonly product: string;
  readonly member: string;
  readonly why: string;
  readonly at: readonly number[];
}

/** Why somebody is credited: for the product, for the shop as nobody had served the product, or nobody is. */
export type CreditedFor = 'product' | 'shop' | 'nobody';

export interface Share {
  readonly member: string | null;
  readonly weight: number;
  readonly by: CreditedFor;
  /** In how many rounds they spoke about it before the order, and when last; ms. */
  readonly rounds: number;
  readonly last: number | null;
  readonly why: string;
}

/**
 * Shares a whole number out by weights: integers that add up to it exactly, each at most one off its due. What is left over goes to
 * the largest remainders, the first ones first.
 */
export function sharedOut(total: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [total];
  const given = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const sum = given.reduce((a, b) => a + b, 0);
  const due = given.map((weight) => {
    const exact = BigInt(total) * BigInt(weight);
    return { part: Number(exact / BigInt(sum)), rest: Number(exact % BigInt(sum)) };
  });
  let left = total - due.reduce((a, { part }) => a + part, 0);
  const parts = due.map(({ part }) => part);
  const order = due
    .map((_, n) => n)
    .sort((a, b) => (due[b]?.rest ?? 0) - (due[a]?.rest ?? 0) || a - b);
  for (const n of order) {
    if (left <= 0) break;
    parts[n] = (parts[n] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

const nobody: Share = { member: null, weight: 1, by: 'nobody', rounds: 0, last: null, why: '' };

/** Those who served the product until an instant, who spoke last first. */
function servers(services: readonly Service[], product: string, until: number): Share[] {
  const by = product === wholeShop ? 'shop' : 'product';
  return services
    .filter((one) => one.product === product)
    .map(({ member, at, why }): Share => {
      const before = at.filter((moment) => moment <= until);
      return { member, weight: 1, by, rounds: before.length, last: before.at(-1) ?? null, why };
    })
    .filter(({ rounds }) => rounds > 0)
    .sort(
      (a, b) => (b.last ?? 0) - (a.last ?? 0) || ((a.member ?? '') < (b.member ?? '') ? -1 : 1),
    );
}

const firstAt = (services: readonly Service[], product: string, member: string | null): number =>
  services.find((one) => one.product === product && one.member === member)?.at[0] ?? 0;

/**
 * METRICS 6: who is credited with what came of a product in a session, by what was said until an instant (the order): who served the
 * product, else who spoke in the shop at all, else nobody.
 */
export function sharesOf(
  rule: CreditRule,
  services: readonly Service[],
  product: string,
  until: number,
): Share[] {
  const own = rule === 'last_shop' ? [] : servers(services, product, until);
  const asked = own.length > 0 ? product : wholeShop;
  const found = own.length > 0 ? own : servers(services, wholeShop, until);
  const [last] = found;
  if (!last) return [nobody];
  if (rule === 'even') return found;
  if (rule === 'rounds') return found.map((one) => ({ ...one, weight: one.rounds }));
  if (rule !== 'first') return [last];
  const since = ({ member }: Share) => firstAt(services, asked, member);
  return [found.reduce((first, one) => (since(one) < since(first) ? one : first))];
}
