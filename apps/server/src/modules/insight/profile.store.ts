import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { type DatedRules, type Profile, type ProfileRules, shipped } from './profile.rules.ts';

interface Row extends DatedRules {
  readonly id: string;
}

const ownRules = (tx: Tx) =>
  run<Row>(
    tx,
    sql`select id, valid_from::text as "validFrom", rules from insight_profiles
        where team_id = ${tx.team} order by id, valid_from`,
  );

function withOwn(profile: Profile, own: readonly Row[]): Profile {
  const dated = own.filter(({ id }) => id === profile.id);
  const kept = profile.versions.filter(
    (one) => !dated.some(({ validFrom }) => validFrom === one.validFrom),
  );
  const versions = [...kept, ...dated.map(({ validFrom, rules }) => ({ validFrom, rules }))];
  return {
    ...profile,
    versions: versions.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  };
}

/** Every profile, with the team's own rules where it has dated some. */
export async function allProfiles(tx: Tx): Promise<Profile[]> {
  const own = await ownRules(tx);
  return shipped.map((profile) => withOwn(profile, own));
}

/** One profile; null when there is none of that id. */
export const profileOf = async (tx: Tx, id: string): Promise<Profile | null> =>
  (await allProfiles(tx)).find((profile) => profile.id === id) ?? null;

export async function putRules(
  tx: Tx,
  id: string,
  validFrom: string,
  rules: ProfileRules,
  by: string | null,
): Promise<void> {
  await run(
    tx,
    sql`insert into insight_profiles (team_id, id, valid_from, rules, by_id, at)
        values (${tx.team}, ${id}, ${validFrom}, ${JSON.stringify(rules)}, ${by}, now())
        on conflict (team_id, id, valid_from) do update set rules = excluded.rules, by_id = excluded.by_id, at = excluded.at`,
  );
}
