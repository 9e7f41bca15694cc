import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface Settings {
  /** The profile numbers are reckoned by unless another is asked for. */
  readonly profile: string;
  /** Whether people see where they stand among their colleagues. */
  readonly rankVisible: boolean;
}

/** The team's settings; without any, the defaults. */
export const settingsOf = async (tx: Tx): Promise<Settings> =>
  (await first<Settings>(
    tx,
    sql`select profile, rank_visible as "rankVisible" from insight_settings where team_id = ${tx.team}`,
  )) ?? { profile: 'house', rankVisible: true };

export async function putSettings(tx: Tx, { profile, rankVisible }: Settings): Promise<void> {
  await run(
    tx,
    sql`insert into insight_settings (team_id, profile, rank_visible) values (${tx.team}, ${profile}, ${rankVisible})
        on conflict (team_id) do update set profile = excluded.profile, rank_visible = excluded.rank_visible`,
  );
}
