import type { Locale } from '../../kernel/actor.ts';
import { creditOf } from './credit.rules.ts';
import { creditWords } from './metrics/credit.words.ts';
import type { Metric } from './metrics/index.ts';
import type { Profile } from './profile.rules.ts';

/** A profile in the reader's language. */
export const shownProfile = (locale: Locale, { id, name, secondHand, versions }: Profile) => ({
  id,
  name: name[locale],
  secondHand,
  versions: versions.map(({ validFrom, rules }) => ({
    ...{ validFrom, rules: { ...rules, credit: creditOf(rules) } },
    creditText: creditWords[creditOf(rules)][locale],
  })),
});

/** A metric in the reader's language. */
export const shownMetric = (locale: Locale, metric: Metric) => ({
  id: metric.id,
  unit: metric.unit,
  better: metric.better,
  name: metric.name[locale],
  definition: metric.definition[locale],
  rows: metric.rows,
});
