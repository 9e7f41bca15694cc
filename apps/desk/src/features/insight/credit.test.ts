import { expect, it } from 'vitest';
import { withCredit } from './credit.ts';
import type { Catalogue } from './figure.rules.ts';

it('METRICS-6 the definition of what comes of enquiries says who is credited on that day', () => {
  const metric = { unit: 'count', better: null, name: '', definition: 'Counted.' } as const;
  const version = (validFrom: string, creditText: string) => ({
    ...{ validFrom, creditText, rules: {} as never },
  });
  const catalogue: Catalogue = {
    metrics: [
      { ...metric, id: 'asked', rows: 'enquiries' },
      { ...metric, id: 'response', rows: 'rounds' },
    ],
    profiles: [
      {
        ...{ id: 'house', name: 'House', secondHand: false },
        versions: [version('1970-01-01', 'The last.'), version('2026-05-01', 'All alike.')],
      },
    ],
    settings: { profile: 'house', rankVisible: true },
    ...{ behind: 0, can: [], factsFrom: null, factsTo: null },
  };
  const said = (day: string) =>
    withCredit(catalogue, undefined, day).metrics.map(({ definition }) => definition);
  expect(said('2026-04-30')).toEqual(['Counted. The last.', 'Counted.']);
  expect(said('2026-05-01')).toEqual(['Counted. All alike.', 'Counted.']);
});
