import { afterAll, expect } from 'vitest';
import { openedDatabase } from './database.ts';
import { connected, seen, teamsWithCards, wrongCards } from './drawn.ts';

/** After each file: no order's kept card may differ from what it would be if it were drawn now. */
afterAll(async () => {
  const url = await openedDatabase();
  if (url === null) return;
  await connected(url, async (client) => {
    for (const team of (await teamsWithCards(client)).filter((one) => !seen.has(one))) {
      seen.add(team);
      expect(await wrongCards(client, team)).toEqual([]);
    }
  });
});
