import { access, notices, shops, teamwork } from '@guitai/contract';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { publishDue } from './announcement.publish.ts';

let w: World;
let owner: Awaited<ReturnType<World['as']>>;
let agent: Awaited<ReturnType<World['as']>>;
beforeAll(async () => {
  w = await world();
  owner = await w.as('何雅琴');
  agent = await w.as('林小满');
});

const draft = (more: object = {}) => ({
  title: '双十一值班安排',
  text: '**请看**排班表',
  audience: { kind: 'all' as const },
  mustConfirm: true,
  ...more,
});
const bell = async (browser: typeof agent, id: string) =>
  (await browser.call(notices.listNotices, { limit: 200 })).items.filter(
    ({ subject }) => subject.id === id,
  );

describe('announcements', () => {
  it('A6 leader publishes, agent confirms, leader sees who has and who has not', async () => {
    const made = await owner.call(teamwork.createAnnouncement, draft());
    expect(made).toMatchObject({ state: 'published', readers: { all: 3, read: 0, confirmed: 0 } });
    expect(await bell(agent, made.id)).toMatchObject([{ kind: 'announcement', readAt: null }]);
    const open = { announcementId: made.id, version: 1 };
    expect(
      (await agent.call(teamwork.listAnnouncements, { view: 'unconfirmed' })).items,
    ).toHaveLength(1);
    await agent.call(teamwork.readAnnouncement, { ...open, confirm: false });
    expect(
      (await agent.call(teamwork.listAnnouncements, { view: 'unconfirmed' })).items,
    ).toHaveLength(1);
    expect((await bell(agent, made.id))[0]?.readAt).not.toBeNull();
    const first = await agent.call(teamwork.readAnnouncement, { ...open, confirm: true });
    const again = await agent.call(teamwork.readAnnouncement, { ...open, confirm: true });
    expect(again.confirmedAt).toBe(first.confirmedAt);
    expect((await agent.call(teamwork.listAnnouncements, { view: 'unconfirmed' })).items).toEqual(
      [],
    );
    const { items } = await owner.call(teamwork.listReceipts, { announcementId: made.id });
    expect(items.map(({ name, confirmedAt }) => [name, confirmedAt !== null])).toEqual(
      expect.arrayContaining([
        ['林小满', true],
        ['周启明', false],
        ['方予安', false],
      ]),
    );
    const { reminded } = await owner.call(teamwork.remindReaders, { announcementId: made.id });
    expect(reminded).toBe(2);
    expect(await bell(await w.as('周启明'), made.id)).toHaveLength(2);
    expect(await bell(agent, made.id)).toHaveLength(1);
  });

  it('A6 agents neither publish nor see receipts; a lead publishes to the own shops only', async () => {
    await expect(agent.call(teamwork.createAnnouncement, draft())).rejects.toMatchObject({
      code: 'access.denied',
    });
    await owner.call(access.changeMemberRole, {
      memberId: w.member('周启明'),
      role: 'lead',
      shopIds: [w.shop],
    });
    const lead = await w.as('周启明');
    await expect(lead.call(teamwork.createAnnouncement, draft())).rejects.toMatchObject({
      code: 'announcement.audience_too_wide',
    });
    const other = await owner.call(shops.createShop, {
      name: '分店',
      kind: 'built-in',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    const to = (shopIds: string[]) => ({ audience: { kind: 'shops' as const, shopIds } });
    await expect(
      lead.call(teamwork.createAnnouncement, draft(to([w.shop, other.id]))),
    ).rejects.toMatchObject({ code: 'announcement.audience_too_wide' });
    const made = await lead.call(teamwork.createAnnouncement, draft(to([w.shop])));
    await expect(
      agent.call(teamwork.listReceipts, { announcementId: made.id }),
    ).rejects.toMatchObject({
      code: 'access.denied',
    });
    const elsewhere = await owner.call(
      teamwork.createAnnouncement,
      draft({ audience: { kind: 'roles', roles: ['observer'] } }),
    );
    await expect(
      agent.call(teamwork.getAnnouncement, { announcementId: elsewhere.id }),
    ).rejects.toMatchObject({ code: 'announcement.not_found' });
    expect(await bell(agent, elsewhere.id)).toEqual([]);
  });

  it('A6 a scheduled one comes out at its time, once, though asked 64 times', async () => {
    const publishAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toISOString();
    const made = await owner.call(teamwork.createAnnouncement, draft({ publishAt }));
    expect(made.state).toBe('scheduled');
    await expect(
      agent.call(teamwork.getAnnouncement, { announcementId: made.id }),
    ).rejects.toMatchObject({ code: 'announcement.not_found' });
    const robot = system(w.team, 'test');
    const ring = () =>
      w.db.write(robot, (tx) =>
        publishDue.perform(robot, tx, { announcementId: made.id, publishAt }),
      );
    await ring();
    expect(await bell(agent, made.id)).toEqual([]);
    const time = vi.spyOn(clock, 'now').mockReturnValue(Date.parse(publishAt));
    onTestFinished(() => time.mockRestore());
    await Promise.all(Array.from({ length: 64 }, ring));
    expect(await bell(agent, made.id)).toHaveLength(1);
    expect((await agent.call(teamwork.getAnnouncement, { announcementId: made.id })).state).toBe(
      'published',
    );
  });

  it('A6 an edit is a version; asked again, all confirm anew', async () => {
    const made = await owner.call(teamwork.createAnnouncement, draft());
    const id = { announcementId: made.id };
    await agent.call(teamwork.readAnnouncement, { ...id, confirm: true, version: 1 });
    const small = await owner.call(teamwork.updateAnnouncement, {
      ...id,
      ...draft({ title: '值班安排（改错字）' }),
      version: 1,
    });
    expect(small.readers?.confirmed).toBe(1);
    await expect(
      owner.call(teamwork.updateAnnouncement, { ...id, ...draft(), version: 1 }),
    ).rejects.toMatchObject({ code: 'announcement.changed_meanwhile' });
    const big = await owner.call(teamwork.updateAnnouncement, {
      ...id,
      ...draft({ text: '改到周六' }),
      version: 2,
      again: true,
    });
    expect(big.readers).toEqual({ all: 3, read: 0, confirmed: 0 });
    await expect(
      agent.call(teamwork.readAnnouncement, { ...id, confirm: true, version: 1 }),
    ).rejects.toMatchObject({ code: 'announcement.changed_meanwhile' });
    const done = await agent.call(teamwork.readAnnouncement, { ...id, confirm: true, version: 3 });
    expect(done.confirmedAt).not.toBeNull();
    const { items } = await agent.call(teamwork.listAnnouncementVersions, id);
    expect(items.map(({ version, text }) => [version, text])).toEqual([
      [3, '改到周六'],
      [2, '**请看**排班表'],
      [1, '**请看**排班表'],
    ]);
  });

  it('A6 what is withdrawn or over is shown to nobody it was for, and comes back by undo', async () => {
    const made = await owner.call(teamwork.createAnnouncement, draft());
    const id = { announcementId: made.id };
    await owner.call(teamwork.withdrawAnnouncement, id);
    await expect(agent.call(teamwork.getAnnouncement, id)).rejects.toMatchObject({
      code: 'announcement.not_found',
    });
    await owner.call(teamwork.republishAnnouncement, id);
    expect((await agent.call(teamwork.getAnnouncement, id)).state).toBe('published');
    await expect(
      owner.call(teamwork.createAnnouncement, draft({ expiresAt: '2020-01-01T00:00:00Z' })),
    ).rejects.toMatchObject({ code: 'announcement.times_invalid' });
  });
});
