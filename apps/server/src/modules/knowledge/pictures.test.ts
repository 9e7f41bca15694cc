import { access, care, knowledge, shops } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneTooMany } from '../../../test/many-uploads.ts';
import type { Browser } from '../../../test/office.ts';
import { codeOf, later, type Talk, talk } from '../../../test/talk.ts';
import { formOf, picture, telltaleJpeg, type UploadCase } from '../../../test/uploads.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';

let t: Talk;
let owner: Browser;
let lead: Browser;
let agent: Browser;
beforeAll(async () => {
  t = await talk();
  owner = await t.as('何雅琴');
  lead = await t.as('周启明');
  agent = await t.as('林小满');
});

const cookieOf = (who: Browser) =>
  [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function send(what: UploadCase, who = agent, shop = t.shop) {
  const { payload, headers } = formOf(what);
  const reply = await t.built.app.inject({
    ...{ method: 'POST', url: `/api/shops/${shop}/knowledge-pictures`, payload },
    headers: { ...headers, cookie: cookieOf(who), origin: 'http://desk.test' },
  });
  return reply.json<{ id: string; url: string; code?: string; width: number }>();
}
const upload = async (who = agent, shop = t.shop) =>
  send({ name: 'a.png', type: 'image/png', bytes: await picture() }, who, shop);

/** Status of the picture's bytes for somebody; nobody without a cookie. */
const look = async (id: string, cookie = '') =>
  (await t.built.app.inject({ url: `/api/knowledge-pictures/${id}`, headers: { cookie } }))
    .statusCode;

const words = [{ locale: 'zh-CN' as const, title: '怎么开壶', body: '清水小火煮半小时。' }];
const begun = (pictureId: string, shopId = t.shop) =>
  agent.call(knowledge.createKnowledge, { shopId, words, pictureId });
async function publish(entryId: string) {
  await agent.call(knowledge.submitKnowledge, { entryId });
  return lead.call(knowledge.approveKnowledge, { entryId });
}

/** The card of an entry, sent to a buyer who asks; its id stands in the address of the picture. */
async function sentCard(entryId: string) {
  const { id: conversationId } = await t.asks('怎么开壶');
  const { id } = await agent.call(care.sendKnowledgeCard, { conversationId, entryId });
  const [row] = await t.rows<{ url: string }>(
    sql`select card ->> 'imageUrl' as url from messages where id = ${id}`,
  );
  const url = row?.url ?? '';
  return { url, id: url.split('=')[1] ?? '' };
}

const kept = async () =>
  (
    await t.rows<{ id: string }>(
      sql`select id from knowledge_pictures where team_id = ${t.team} order by id`,
    )
  ).map(({ id }) => id);

/** As if everything had been let go two days ago. */
async function sweep() {
  await t.rows(
    sql`update knowledge_pictures set loose_since = now() - interval '2 days' where team_id = ${t.team}`,
  );
  await t.modules
    .flatMap(({ jobs }) => jobs)
    .find(({ name }) => name === 'knowledge.sweepPictures')
    ?.performBare?.(system(t.team, 'test'), t.built.db, {});
}

describe('KB-01 a picture of an entry', () => {
  it('is told by its bytes, made anew, and says nothing of where it was taken', async () => {
    const made = await send({ name: 'a.txt', type: 'text/plain', bytes: await telltaleJpeg() });
    const served = await t.built.app.inject({
      url: made.url,
      headers: { cookie: cookieOf(agent) },
    });
    expect(served.headers['content-type']).toBe('image/jpeg');
    expect(served.rawPayload.includes('EXIF-MARK')).toBe(false);
    expect(served.rawPayload.includes('<script>')).toBe(false);
    expect(served.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const refused = await send({ name: 'a.png', type: 'image/png', bytes: page });
    expect(refused.code).toBe('file.refused_type');
    const text = await send({ name: 'a.png', type: 'image/png', bytes: Buffer.from('words') });
    expect(text.code).toBe('file.refused_type');
  });

  it('KB-04 is the shop’s own until it is published, and again when a newer version has none; a card that was sent goes on showing it', async () => {
    const { id, url } = await upload();
    const entry = await begun(id);
    expect(entry.draft).toMatchObject({ pictureId: id, pictureUrl: url });
    expect([await look(id), await look(id, cookieOf(agent))]).toEqual([404, 200]);
    await publish(entry.id);
    expect(await look(id)).toBe(200);
    const card = await sentCard(entry.id);
    expect(card.url).toBe(`${url}?card=${card.id}`);
    expect(await look(`${id}?card=${card.id}`)).toBe(200);
    const live = await agent.call(knowledge.getKnowledge, { entryId: entry.id });
    const next = { entryId: entry.id, version: live.version, words, pictureUrl: null };
    await agent.call(knowledge.updateKnowledge, next);
    expect((await publish(entry.id)).live?.pictureUrl).toBeNull();
    await sweep();
    expect([await look(id), await look(id, cookieOf(agent))]).toEqual([404, 200]);
    expect(await look(`${id}?card=${card.id}`)).toBe(200);
    const other = await publish((await begun((await upload()).id)).id);
    const strange = await sentCard(other.id);
    expect(await look(`${id}?card=${strange.id}`)).toBe(404);
    expect(await look(`${id}?card=${entry.id}`)).toBe(404);
  });

  it('KB-02 KB-04 is withdrawn with its entry: laid aside, run out or not yet begun, no stranger gets it', async () => {
    const { id } = await upload();
    const entry = await publish((await begun(id)).id);
    const seen = async () => [await look(id), await look(id, cookieOf(agent))];
    expect(await seen()).toEqual([200, 200]);
    await lead.call(knowledge.archiveKnowledge, { entryId: entry.id });
    expect(await seen()).toEqual([404, 200]);
    const back = await lead.call(knowledge.unarchiveKnowledge, { entryId: entry.id });
    expect(await seen()).toEqual([200, 200]);
    const hour = (n: number) => new Date(clock.now() + n * 3_600_000).toISOString();
    const soon = { validFrom: hour(1), validUntil: hour(2) };
    const timed = { entryId: entry.id, version: back.version, words, ...soon };
    await agent.call(knowledge.updateKnowledge, timed);
    await publish(entry.id);
    expect(await seen()).toEqual([404, 200]);
    await later(90 * 60_000, async () => expect(await look(id)).toBe(200));
    await later(150 * 60_000, async () => expect(await look(id)).toBe(404));
  });

  it('KB-04 of a version that was refused is never the buyer’s, also when an earlier one is taken again', async () => {
    const { id } = await upload();
    const entry = await begun(id);
    await agent.call(knowledge.submitKnowledge, { entryId: entry.id });
    await lead.call(knowledge.refuseKnowledge, { entryId: entry.id, reason: '图里有客人地址' });
    expect(await look(id)).toBe(404);
    await agent.call(knowledge.restoreKnowledge, { entryId: entry.id, no: 1 });
    expect([await look(id), await look(id, cookieOf(agent))]).toEqual([404, 200]);
  });

  it('ISO-01 of a draft is nobody’s of another team or shop, and stands in no entry of another shop', async () => {
    const other = await talk();
    const stranger = await other.as('何雅琴');
    const second = await owner.call(shops.createShop, {
      ...{ name: '青竹二店', kind: 'imported', currency: 'CNY', timezone: 'Asia/Shanghai' },
      locale: 'zh-CN',
    });
    const { id } = await upload(owner, second.id);
    expect(await look(id, cookieOf(stranger))).toBe(404);
    expect(await codeOf(begun(id))).toBe('knowledge.picture_not_found');
    expect((await upload(stranger, t.shop)).code).toBe('shop.not_found');
    const role = { memberId: t.member('林小满'), role: 'agent' as const };
    await owner.call(access.changeMemberRole, { ...role, shopIds: [t.shop] });
    expect(await look(id, cookieOf(agent))).toBe(404);
    expect((await upload(agent, second.id)).code).toBe('shop.not_found');
    await owner.call(access.changeMemberRole, { ...role, shopIds: null });
    agent = await t.as('林小满');
  });

  it('goes within a day when no version shows it, and stays while one does', async () => {
    const [first, second, loose] = [await upload(), await upload(), await upload()];
    const entry = await begun(first.id);
    const before = { entryId: entry.id, version: entry.version, words };
    await agent.call(knowledge.updateKnowledge, { ...before, pictureId: second.id });
    await sweep();
    expect(await kept()).toContain(second.id);
    expect(await kept()).not.toContain(first.id);
    expect(await kept()).not.toContain(loose.id);
    expect(await look(first.id, cookieOf(agent))).toBe(404);
    const live = await publish(entry.id);
    const change = { entryId: entry.id, version: live.version, words, pictureId: null };
    await agent.call(knowledge.updateKnowledge, change);
    const again = await agent.call(knowledge.restoreKnowledge, { entryId: entry.id, no: 1 });
    expect(again.draft?.pictureId).toBe(second.id);
  });

  it('waits for its entry with no more than fifty others of the same person, also when many come at once', async () => {
    const url = `/api/shops/${t.shop}/knowledge-pictures`;
    const where = { table: 'knowledge_pictures', sweep: 'knowledge.sweepPictures' };
    const { together, afterwards } = await oneTooMany(t, { url, who: owner, ...where });
    expect(together).toEqual(['done', 'file.too_many_waiting', 'file.too_many_waiting']);
    expect(afterwards).toBe('done');
  });
});
