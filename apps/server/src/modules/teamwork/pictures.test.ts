import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { teamwork } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, oneTooMany, uploadAt } from '../../../test/many-uploads.ts';
import type { Browser } from '../../../test/office.ts';
import { later, type Talk, talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';

let t: Talk;
let owner: Browser;
beforeAll(async () => {
  t = await talk();
  owner = await t.as('何雅琴');
});

const url = '/api/announcements/pictures';
const sweep = 'teamwork.sweepPictures';
const swept = () =>
  later(25 * 3_600_000, async () => {
    const job = t.modules.flatMap(({ jobs }) => jobs).find(({ name }) => name === sweep);
    await job?.performBare?.(system(t.team, 'test'), t.built.db, {});
  });
const bytes = () => globSync(join(tmpdir(), 'guitai-files-*', 'files', t.team, '*', '*')).length;
const look = async (id: string) =>
  (await t.built.app.inject({ url: `${url}/${id}`, headers: { cookie: cookieOf(owner) } }))
    .statusCode;

describe('A6 a picture of an announcement', () => {
  it('goes after a day with all its bytes when no announcement shows it, and stays while one does', async () => {
    const [shown, loose] = [await uploadAt(t, url, owner), await uploadAt(t, url, owner)];
    expect(bytes()).toBe(4);
    const written = { title: '排班', text: '见图', audience: { kind: 'all' as const } };
    const made = await owner.call(teamwork.createAnnouncement, {
      ...{ ...written, mustConfirm: false, pictureIds: [shown.id] },
    });
    await swept();
    expect([await look(shown.id), await look(loose.id), bytes()]).toEqual([200, 404, 2]);
    const change = { announcementId: made.id, version: 1, mustConfirm: false, pictureIds: [] };
    await owner.call(teamwork.updateAnnouncement, { ...written, ...change });
    await swept();
    expect([await look(shown.id), bytes()]).toEqual([404, 0]);
  });

  it('waits with no more than fifty others of the same person, also when many come at once', async () => {
    const where = { url, table: 'announcement_pictures', sweep };
    const { together, afterwards } = await oneTooMany(t, { who: owner, ...where });
    expect(together).toEqual(['done', 'file.too_many_waiting', 'file.too_many_waiting']);
    expect(afterwards).toBe('done');
  });
});
