import type { MirroredOrder } from '../orders/index.ts';
import type { Difference } from './compare.store.ts';

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === null || value === undefined ? '' : `${value}`;

/** An address is told as differing without its words: they stay out of reports. */
const covered = (field: string, value: string): string =>
  field === 'address' && value !== '' ? '***' : value;

/** In which fields the mirror of an order and its platform differ. */
export function differencesOf(
  mirror: MirroredOrder | undefined,
  theirs: { externalId: string; number: string; facts: Readonly<Record<string, unknown>> } | null,
): Difference[] {
  const externalId = mirror?.externalId ?? theirs?.externalId ?? '';
  const number = mirror?.number ?? theirs?.number ?? '';
  const one = (field: string, ours: string, there: string): Difference => ({
    externalId,
    orderId: mirror?.id ?? null,
    number,
    field,
    ours: covered(field, ours),
    theirs: covered(field, there),
  });
  if (!mirror || !theirs)
    return [one('order', mirror ? 'there' : 'missing', theirs ? 'there' : 'missing')];
  return Object.keys(theirs.facts).flatMap((field) => {
    const [ours, there] = [shown(mirror.facts[field]), shown(theirs.facts[field])];
    return ours === there ? [] : [one(field, ours, there)];
  });
}
