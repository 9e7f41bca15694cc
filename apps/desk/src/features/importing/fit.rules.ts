import { type Mapping, plainPath, rowsOf } from './mapping.rules.ts';
import { follow, recordsOf, type Sample } from './sample.rules.ts';

/** How well a kept mapping suits a file: the share of its plain top-level paths that the first records have, 0 to 1. */
export function fitOf(mapping: Mapping, sample: Sample): number {
  const records = recordsOf(sample, mapping, 5);
  const paths = rowsOf(mapping)
    .filter(({ place }) => place.length === 1)
    .map(({ source }) => plainPath(source))
    .filter((path) => path !== undefined && path !== '' && !path.startsWith('$'));
  if (records.length === 0 || paths.length === 0) return 0;
  const found = paths.filter((path) =>
    records.some((record) => follow(record, path as string).value !== undefined),
  );
  return found.length / paths.length;
}

const good = 0.75;

/** The kept mapping that suits the file best, where one does well enough. */
export function bestFit<M extends { readonly document: unknown }>(
  mappings: readonly M[],
  sample: Sample | null,
): M | undefined {
  if (!sample) return undefined;
  const rated = mappings
    .map((one) => ({ one, fit: fitOf(one.document as Mapping, sample) }))
    .filter(({ fit }) => fit >= good)
    .sort((a, b) => b.fit - a.fit);
  return rated[0]?.one;
}
