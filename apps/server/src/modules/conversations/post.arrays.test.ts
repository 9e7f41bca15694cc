import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { newId } from '../../kernel/ids.ts';
import { instants, ints, texts, uuids } from './post.arrays.ts';

it('binary arrays say to PostgreSQL what they were given', async () => {
  const { db } = await testDatabase();
  const text = fc.option(fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\0')));
  const row = fc.record({
    id: fc.option(fc.constant(null).map(newId)),
    n: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
    text,
    at: fc.option(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const read = await db.raw(newId(), (client) =>
        client.query(
          'select * from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[]) as r(id, n, text, at)',
          [
            uuids(rows.map((r) => r.id)),
            ints(rows.map((r) => r.n)),
            texts(rows.map((r) => r.text)),
            instants(rows.map((r) => r.at?.toISOString() ?? null)),
          ],
        ),
      );
      expect(read.rows.map((r) => ({ ...r }))).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});
