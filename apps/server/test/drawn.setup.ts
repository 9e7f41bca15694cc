import pg from 'pg';
import { afterAll, expect } from 'vitest';
import { openedDatabase } from './database.ts';

/** After each file: no order's kept card may differ from what it would be if it were drawn now. */
afterAll(async () => {
  const url = await openedDatabase();
  if (url === null) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select substr(c.card::text, 2) as now, d.rest as kept from order_drawn d
       join published.order_cards c on c.team_id = d.team_id and c.id = d.order_id
       where d.until > now() and d.rest <> substr(c.card::text, 2) limit 3`,
    );
    expect(rows).toEqual([]);
  } finally {
    await client.end();
  }
});
