import pg from 'pg';

/** Teams of this worker whose cards were looked at after the file that made them; at the end of the run all are once more. */
export const seen = new Set<string>();

/** Orders whose kept card differs from what it would be if it were drawn now: of one team, or of all. */
export async function wrongCards(client: pg.Client, team?: string): Promise<unknown[]> {
  const { rows } = await client.query(
    `select substr(c.card::text, 2) as now, d.rest as kept from order_drawn d
     join published.order_cards c on c.team_id = d.team_id and c.id = d.order_id
     where d.until > now() and ($1::uuid is null or d.team_id = $1) and d.rest <> substr(c.card::text, 2) limit 3`,
    [team ?? null],
  );
  return rows;
}

/** Teams that have kept cards. */
export async function teamsWithCards(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ team_id: string }>(
    'select distinct team_id from order_drawn where until > now()',
  );
  return rows.map(({ team_id }) => team_id);
}

/** A connection for as long as the work takes. */
export async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
