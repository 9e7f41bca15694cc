import { sql } from 'kysely';
import type { Check } from '../../kernel/checks.ts';
import { eventsOfTopics } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { fold } from './fold.rules.ts';
import { localTimeOf, shopCalendars } from './local-time.ts';
import { encodePage } from './page.codec.ts';
import { foldPage } from './pages.ts';
import { allProfiles } from './profile.store.ts';
import { factsReaction } from './progress.store.ts';
import { toldOf } from './told.rules.ts';

interface Kept {
  readonly profile: string;
  readonly shopId: string;
  readonly day: string;
  readonly whole: Buffer;
  readonly people: Buffer;
  readonly hours: Buffer;
}

const samplePages = 60;
const sampleTalks = 40;

/** REP-07: kept sums are what the facts come to, byte for byte; as many pages as a night has time for, others each night. */
export const pagesTrue: Check = {
  name: 'insight.pages',
  async ask(tx) {
    const pages = await run<Kept>(
      tx,
      sql`select profile, shop_id as "shopId", day::text as day, whole, people, hours
          from insight_pages where team_id = ${tx.team} order by random() limit ${samplePages}`,
    );
    const profiles = await allProfiles(tx);
    const calendars = await shopCalendars(tx, null);
    const faults: string[] = [];
    for (const page of pages) {
      const profile = profiles.find(({ id }) => id === page.profile);
      if (!profile) continue;
      const anew = encodePage(await foldPage(tx, profile, calendars, page));
      const same = (['whole', 'people', 'hours'] as const).every((part) =>
        anew[part].equals(page[part]),
      );
      if (!same)
        faults.push(`the page of ${page.day} under ${page.profile} is not what its facts say`);
    }
    return faults;
  },
};

/** Some conversations with their rounds, and how far the facts had read the log in the same glance. */
const talksSample = (tx: Tx) =>
  run<{ id: string; talk: string; upto: number }>(
    tx,
    sql`select t.conversation_id as id, coalesce((select c.seq from reaction_cursors c
            where c.team_id = t.team_id and c.name = ${factsReaction}), 0) as upto,
          json_build_object('rounds', (select json_agg(json_build_array(r.seq, r.continued, r.human_by,
            (extract(epoch from r.started_at) * 1000)::bigint, (extract(epoch from r.human_at) * 1000)::bigint) order by r.seq)
          from insight_rounds r where r.team_id = t.team_id and r.conversation_id = t.conversation_id))::text as talk
        from insight_talks t where t.team_id = ${tx.team} order by random() limit ${sampleTalks}`,
  );

const ms = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/** REP-07: the rounds of conversations are what the log tells of them, as far as the facts have read it. */
export const factsTrue: Check = {
  name: 'insight.facts',
  async ask(tx) {
    const local = localTimeOf(await shopCalendars(tx, null));
    const faults: string[] = [];
    for (const { id, talk, upto } of await talksSample(tx)) {
      const events = await eventsOfTopics(tx, [id]);
      const told = events.flatMap(({ seq, type, at, actor, data, gone }) => {
        if (gone || seq > upto) return [];
        return toldOf({ seq, type, at, actor, data: JSON.parse(data) }) ?? [];
      });
      const rounds = [...(fold(null, told, local)?.rounds.values() ?? [])]
        .sort((a, b) => a.seq - b.seq)
        .map((r) => [r.seq, r.continued, r.humanBy, ms(r.startedAt), ms(r.humanAt)]);
      const kept = (JSON.parse(talk) as { rounds: unknown[] | null }).rounds ?? [];
      if (JSON.stringify(rounds) !== JSON.stringify(kept))
        faults.push(`conversation ${id}: its facts are not what the log tells`);
    }
    return faults;
  },
};
