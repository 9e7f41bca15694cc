import { conversations, insight, type ReplyOf } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OracleRound, oracleRounds, writeHistory } from '../../../test/history.ts';
import { codeOf, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { run } from '../../kernel/tx.ts';
import { defaultSettings } from '../shops/index.ts';
import { factsTrue, pagesTrue } from './checks.ts';
import { metrics } from './metrics/index.ts';
import { makePages } from './pages.job.ts';
import { shipped } from './profile.rules.ts';
import { dumpFacts } from './progress.store.ts';
import { rebuildInsight } from './rebuild.ts';

type Figures = ReplyOf<typeof insight.getReport>['figures'];

let w: Talk;
let rounds: OracleRound[];
const range = { from: '2026-04-01', to: '2026-04-30' };

beforeAll(async () => {
  w = await talk();
  await writeHistory(w, { seed: 4, talks: 60, from: '2026-04-02', days: 24 });
  await w.settle();
  rounds = await oracleRounds(w, defaultSettings.businessHours);
}, 120_000);

const figure = (figures: Figures, id: string) => {
  const found = figures.find(({ metric }) => metric === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

const answered = (some: readonly OracleRound[]) =>
  some.flatMap(({ seconds }) => (seconds === null ? [] : [seconds])).sort((a, b) => a - b);
const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

const owner = () => w.as('何雅琴');
const report = async (more: object = {}) =>
  (await owner()).call(insight.getReport, { ...range, ...more });
const acting = () => system(w.team, 'test');

describe('numbers', () => {
  it('REP-02 REP-05 the average response, its median, p90 and p95 are those of a person with a pencil', async () => {
    const { figures } = await report();
    const values = answered(rounds);
    expect(values.length).toBeGreaterThan(60);
    const found = figure(figures, 'response');
    expect(found.value).toBeCloseTo(mean(values) ?? 0, 9);
    expect(found.sample).toBe(values.length);
    const at = (share: number) => values[Math.ceil(values.length * share) - 1];
    expect(found.stats).toEqual({ median: at(0.5), p90: at(0.9), p95: at(0.95) });
  });

  it('REP-02 an unanswered round is a miss of every rate', async () => {
    const { figures } = await report();
    const missed = rounds.filter(({ seconds }) => seconds === null).length;
    expect(missed).toBeGreaterThan(3);
    expect(figure(figures, 'unanswered').value).toBe(missed);
    const within = rounds.filter(({ seconds }) => seconds !== null && seconds <= 180).length;
    expect(figure(figures, 'within_3min').value).toBeCloseTo(within / rounds.length, 12);
    expect(figure(figures, 'within_3min').sample).toBe(rounds.length);
    const sessions = Map.groupBy(rounds, ({ talk: id, day }) => `${id} ${day}`);
    const strict = [...sessions.values()].filter((own) =>
      own.every(({ seconds }) => seconds !== null && seconds <= 180),
    ).length;
    expect(figure(figures, 'strict_3min').value).toBeCloseTo(strict / sessions.size, 12);
  });

  it('REP-06 day totals add up to the month', async () => {
    for (const trend of [
      'unanswered',
      'buyers',
      'sessions',
      'messages',
      'asked',
      'buyer_messages',
    ]) {
      const { days, figures } = await report({ trend });
      const sum = days.reduce((total, { figure: { value } }) => total + (value ?? 0), 0);
      expect(sum, trend).toBe(figure(figures, trend).value);
    }
    const { days } = await report({ trend: 'response' });
    for (const { day, figure: found } of days) {
      const own = answered(rounds.filter((one) => one.day === day));
      expect(found.sample, day).toBe(own.length);
      if (own.length > 0) expect(found.value, day).toBeCloseTo(mean(own) ?? 0, 9);
    }
  });

  it('REP-03 each person has the answers they sent, and people add up to the shop', async () => {
    const { items } = await (await owner()).call(insight.listPeopleFigures, {
      ...range,
      by: 'response',
      metrics: 'response,unanswered',
    });
    for (const person of ['林小满', '周启明'] as const) {
      const line = items.find(({ memberId }) => memberId === w.member(person));
      const own = answered(rounds.filter(({ by }) => by === w.member(person)));
      expect(line?.figures.find(({ metric }) => metric === 'response')?.value).toBeCloseTo(
        mean(own) ?? 0,
        9,
      );
      expect(line?.rank).not.toBeNull();
    }
    const sum = items.reduce(
      (total, { figures }) => total + (figure(figures, 'response').sample ?? 0),
      0,
    );
    expect(sum).toBe(answered(rounds).length);
  });

  it('REP-01 card, table, trend, rows, export and API say the same', async () => {
    const { figures, days } = await report({ trend: 'response' });
    const found = figure(figures, 'response');
    const rows: ReplyOf<typeof insight.listInsightRows>['items'] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: ReplyOf<typeof insight.listInsightRows> = await (await owner()).call(
        insight.listInsightRows,
        { ...range, metric: 'response', limit: 37, ...(cursor ? { cursor } : {}) },
      );
      rows.push(...page.items);
      cursor = page.next;
    }
    expect(rows.length).toBe(rounds.length);
    expect(new Set(rows.map(({ messageId }) => messageId)).size).toBe(rows.length);
    const seconds = rows.flatMap((row) => row.seconds ?? []);
    expect(mean(seconds)).toBeCloseTo(found.value ?? 0, 9);
    const csv = async (table: string) => {
      const path = `/api/insight/export?from=${range.from}&to=${range.to}&table=${table}&metric=response`;
      const { body, headers } = await (await owner()).raw({ method: 'GET', path });
      expect(headers['content-type']).toContain('text/csv');
      return body
        .replace('\ufeff', '')
        .trim()
        .split('\r\n')
        .map((line) => line.split(','));
    };
    const daily = await csv('days');
    const column = daily[0]?.findIndex((name) => name.includes('(response)')) ?? -1;
    for (const { day, figure: one } of days) {
      const line = daily.find(([at]) => at === day);
      if (one.sample > 0) expect(Number(line?.[column])).toBe(one.value);
    }
    expect((await csv('rows')).length - 1).toBe(rounds.length);
    const people = await csv('people');
    const { items } = await (await owner()).call(insight.listPeopleFigures, { ...range });
    const at = people[0]?.findIndex((name) => name.includes('(own_response)')) ?? -1;
    for (const { name, figures: own } of items)
      if (name)
        expect(Number(people.find(([who]) => who === name)?.[at])).toBe(
          figure(own, 'own_response').value,
        );
    expect(figures.map(({ metric }) => metric)).toEqual(metrics.map(({ id }) => id));
  });

  it('REP-08 kept pages and the facts themselves give the same reply, under every profile', async () => {
    for (const { id } of shipped) {
      const fresh = JSON.stringify(await report({ profile: id }));
      await w.built.db.write(acting(), (tx) =>
        run(
          tx,
          sql`insert into insight_pages (team_id, profile, shop_id, day, whole, people, hours)
              select ${w.team}, ${id}, ${w.shop}, '1999-01-01', '', '', ''`,
        ),
      );
      expect(await makePages(w.built.db, acting())).toBeGreaterThan(5);
      expect(JSON.stringify(await report({ profile: id })), id).toBe(fresh);
      await w.built.db.write(acting(), (tx) =>
        run(tx, sql`delete from insight_pages where team_id = ${w.team} and day = '1999-01-01'`),
      );
    }
  });
});

const ask = (check: typeof pagesTrue) => w.built.db.read(acting(), check.ask);

describe('rebuilding', () => {
  it('REP-07 the log gives the same facts again, byte for byte', async () => {
    const before = await w.built.db.read(acting(), dumpFacts);
    const numbers = JSON.stringify(await report());
    expect(before.length).toBeGreaterThan(10_000);
    await rebuildInsight(w.built.db, w.team);
    expect(await w.built.db.read(acting(), dumpFacts)).toBe(before);
    expect(JSON.stringify(await report())).toBe(numbers);
  });

  it('REP-07 the nightly check finds a fact and a page somebody bent, and a rebuild heals both', async () => {
    expect([...(await ask(pagesTrue)), ...(await ask(factsTrue))]).toEqual([]);
    await w.built.db.write(acting(), (tx) =>
      run(
        tx,
        sql`update insight_rounds set human_at = human_at + interval '1 hour' where team_id = ${w.team} and human_at is not null`,
      ),
    );
    expect((await ask(pagesTrue)).length).toBeGreaterThan(0);
    expect((await ask(factsTrue)).length).toBeGreaterThan(0);
    await rebuildInsight(w.built.db, w.team);
    expect([...(await ask(pagesTrue)), ...(await ask(factsTrue))]).toEqual([]);
  });
});

describe('who may see', () => {
  it('ACL-02 an agent sees their own numbers, in report, rows and export alike', async () => {
    const agent = await w.as('林小满');
    const own = await agent.call(insight.getReport, { ...range });
    const all = answered(rounds.filter(({ by }) => by === w.member('林小满')));
    expect(figure(own.figures, 'response').value).toBeCloseTo(mean(all) ?? 0, 9);
    const other = { ...range, memberId: w.member('周启明') };
    expect(await codeOf(agent.call(insight.getReport, other))).toBe('insight.not_yours');
    expect(
      await codeOf(agent.call(insight.listInsightRows, { ...other, metric: 'response' })),
    ).toBe('insight.not_yours');
    expect(await codeOf(agent.call(insight.listPeopleFigures, range))).toBe('access.denied');
    expect(await codeOf(agent.call(insight.getBoard, {}))).toBe('access.denied');
    const { items } = await agent.call(insight.listInsightRows, {
      ...range,
      metric: 'response',
      limit: 200,
    });
    expect(new Set(items.map(({ memberId }) => memberId))).toEqual(new Set([w.member('林小满')]));
    const path = `/api/insight/export?from=${range.from}&to=${range.to}&table=people`;
    const { body } = await agent.raw({ method: 'GET', path });
    expect(body.trim().split('\r\n')).toHaveLength(2);
    const denied = await agent.raw({
      method: 'GET',
      path: `${path}&memberId=${w.member('周启明')}`,
    });
    expect(denied.status).toBe(403);
  });

  it('REP-09 a person sees their rank as long as the team shows it', async () => {
    const agent = await w.as('林小满');
    expect((await agent.call(insight.getMyFigures, {})).rank).not.toBeNull();
    await (await owner()).call(insight.updateInsightSettings, { rankVisible: false });
    expect((await agent.call(insight.getMyFigures, {})).rank).toBeNull();
    await (await owner()).call(insight.updateInsightSettings, { rankVisible: true });
    expect(await codeOf(agent.call(insight.updateInsightSettings, { rankVisible: false }))).toBe(
      'access.denied',
    );
  });

  it('refuses days that are none, and names that are none', async () => {
    const boss = await owner();
    const wrong = { from: '2026-04-02', to: '2026-04-01' };
    expect(await codeOf(boss.call(insight.getReport, wrong))).toBe('insight.range_invalid');
    expect(await codeOf(boss.call(insight.getReport, { ...range, profile: 'x' }))).toBe(
      'insight.profile_unknown',
    );
    expect(await codeOf(boss.call(insight.getReport, { ...range, trend: 'x' }))).toBe(
      'insight.metric_unknown',
    );
  });
});

describe('rules', () => {
  it('REP-06 a special day closes the shop, and rules dated anew leave the days before alone', async () => {
    const boss = await owner();
    const before = await report();
    const all = Array.from({ length: 30 }, (_, n) => ({
      date: `2026-04-${String(n + 1).padStart(2, '0')}`,
      name: '盘点',
      hours: [],
    }));
    await boss.call(insight.setSpecialDays, { shopId: w.shop, items: all });
    const closed = figure((await report()).figures, 'response');
    expect(closed.value).toBeLessThan(figure(before.figures, 'response').value ?? 0);
    await boss.call(insight.setSpecialDays, { shopId: w.shop, items: [] });
    expect(JSON.stringify(await report())).toBe(JSON.stringify(before));
    const [house] = before.profile.versions;
    const rules = { ...(house?.rules as never as object), calendar: 'always' } as never;
    await boss.call(insight.setProfileRules, {
      profileId: 'house',
      validFrom: '2026-04-15',
      rules,
    });
    const early = { from: '2026-04-01', to: '2026-04-14' };
    const late = { from: '2026-04-15', to: '2026-04-30' };
    const walled = rounds.filter(({ day, seconds }) => day >= '2026-04-15' && seconds !== null);
    const after = await boss.call(insight.getReport, early);
    expect(figure(after.figures, 'response').sample).toBe(
      answered(rounds.filter(({ day }) => day < '2026-04-15')).length,
    );
    expect(figure(after.figures, 'response').value).toBeCloseTo(
      mean(answered(rounds.filter(({ day }) => day < '2026-04-15'))) ?? 0,
      9,
    );
    const free = figure((await boss.call(insight.getReport, late)).figures, 'response');
    expect(free.sample).toBe(walled.length);
    expect(free.value).toBeGreaterThan(mean(answered(walled)) ?? 0);
  });
});

describe('talk of today', () => {
  it('REP-02 REP-03 REP-04 counts from the hand that answers, keeps it there, and a reopened session apart', async () => {
    const agent = await w.as('林小满');
    const lead = await w.as('周启明');
    const { id, say } = await w.asks('竹制餐盘有 28 厘米的吗');
    await agent.call(conversations.takeConversation, { conversationId: id });
    await agent.call(conversations.sendMessage, {
      conversationId: id,
      clientKey: crypto.randomUUID(),
      text: '有的',
    });
    await agent.call(conversations.assignConversation, {
      conversationId: id,
      memberId: w.member('周启明'),
      note: '问尺寸',
    });
    await lead.call(conversations.closeConversation, { conversationId: id });
    await say('再问一下');
    await lead.call(conversations.closeConversation, { conversationId: id });
    await w.settle();
    const facts = await w.rows<{
      episode: number;
      by: string | null;
      closed: string;
      dismissed: boolean;
      held: boolean;
    }>(
      sql`select r.episode, r.human_by as by, s.closed_by as closed, r.dismissed_at is not null as dismissed, r.held_since is not null as held
          from insight_rounds r join insight_sessions s using (conversation_id, episode) where r.conversation_id = ${id} order by r.seq`,
    );
    expect(facts).toEqual([
      {
        episode: 1,
        by: w.member('林小满'),
        closed: w.member('周启明'),
        dismissed: false,
        held: true,
      },
      { episode: 2, by: null, closed: w.member('周启明'), dismissed: true, held: false },
    ]);
    const board = await (await owner()).call(insight.getBoard, {});
    expect(board.conversations.some((one) => one.id === id)).toBe(false);
  });
});
