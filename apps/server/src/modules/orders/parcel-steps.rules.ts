import type { ParcelStep } from './mirror.records.ts';
import type { ParcelStatus } from './words.ts';

/** A step and who told it. */
export type ToldStep = ParcelStep & { readonly teller: '' | 'carrier' };

const keyOf = ({ at, text, status }: ToldStep): string =>
  `${at === null ? '' : Date.parse(at)} ${text.replace(/\s+/g, '') || status}`;

const timeOf = ({ at }: ToldStep): number => (at === null ? Number.NaN : Date.parse(at));

/** What was known and what is told now, each step once, oldest first. What arrives late finds its place; nothing is forgotten. */
export function mergeSteps(known: readonly ToldStep[], told: readonly ToldStep[]): ToldStep[] {
  const merged = new Map(known.map((step) => [keyOf(step), step]));
  for (const step of told) {
    const before = merged.get(keyOf(step));
    // The same words again may carry what was missing: a place, a code that says more.
    merged.set(keyOf(step), before ? fuller(before, step) : step);
  }
  return [...merged.values()]
    .map((step, n) => ({ step, n }))
    .sort((a, b) => timeOf(a.step) - timeOf(b.step) || a.n - b.n)
    .map(({ step }) => step);
}

const fuller = (before: ToldStep, step: ToldStep): ToldStep => ({
  ...before,
  status: before.status === 'unknown' ? step.status : before.status,
  sourceStatus: before.sourceStatus || step.sourceStatus,
  place: before.place || step.place,
  operator: before.operator || step.operator,
});

/** Steps that say where a parcel is. Our own note that it was handed over says nothing more once the carrier speaks. */
export function tellingSteps(steps: readonly ToldStep[]): readonly ToldStep[] {
  if (!steps.some((step) => step.teller === 'carrier')) return steps;
  return steps.filter(
    (step) => step.text !== '' || step.sourceStatus !== '' || isSigned(step.status),
  );
}

const isSigned = (status: ParcelStatus): boolean => status.startsWith('signed');
const afterSigning: readonly ParcelStatus[] = ['returning', 'returned', 'refused', 'damaged'];

/** Where a parcel is by its steps: the newest that says anything. After it was signed for, only a way back says more. */
export function statusOfSteps(steps: readonly ToldStep[]): ParcelStatus {
  const said = tellingSteps(steps)
    .map((step) => step.status)
    .filter((status) => status !== 'unknown');
  const signed = said.findLastIndex(isSigned);
  if (signed < 0) return said.at(-1) ?? 'unknown';
  return (
    said.slice(signed + 1).findLast((status) => afterSigning.includes(status)) ??
    said[signed] ??
    'signed'
  );
}

/** When it was signed for; null while it was not, or went back since. */
export function signedAtOf(steps: readonly ToldStep[]): string | null {
  return isSigned(statusOfSteps(steps))
    ? (steps.findLast((step) => isSigned(step.status))?.at ?? null)
    : null;
}
