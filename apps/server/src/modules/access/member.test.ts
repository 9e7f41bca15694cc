import { access, audit, shops } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import { type Office, office, openBrowser, outcomeOf, password } from '../../../test/office.ts';
import type { Happened } from '../../kernel/events.ts';
import { refreshStaff } from './principal.ts';

const listening = (o: Office): Happened[] => {
  const heard: Happened[] = [];
  o.db.onHappened((happened) => heard.push(...happened.filter((event) => event.team === o.team)));
  return heard;
};

const lastEntry = async (o: Office, action: string) => {
  const owner = await o.as('何雅琴');
  return (await owner.call(audit.listAuditEntries, { action, limit: 1 })).items[0];
};

describe('members', () => {
  test('ACL-01 colleagues see names; addresses and second factors only those who need them', async () => {
    const o = await office();
    const seen = async (person: '林小满' | '周启明' | '方予安') =>
      (await (await o.as(person)).call(access.listMembers, {})).items.find(
        (member) => member.name === '何雅琴',
      );
    expect(await seen('林小满')).toMatchObject({ email: null, secondFactor: null, can: [] });
    expect(await seen('方予安')).toMatchObject({ email: null, secondFactor: null, can: [] });
    expect(await seen('周启明')).toMatchObject({
      email: o.email('何雅琴'),
      secondFactor: false,
      can: [],
    });
  });

  test('the list goes by name, page by page', async () => {
    const o = await office();
    const lead = await o.as('周启明');
    const whole = (await lead.call(access.listMembers, {})).items.map((member) => member.id);
    const first = await lead.call(access.listMembers, { limit: 3 });
    const rest = await lead.call(access.listMembers, { limit: 3, cursor: first.next ?? '' });
    expect([...first.items, ...rest.items].map((member) => member.id)).toEqual(whole);
    expect(rest.next).toBeNull();
    const strange = await lead.attempt(access.listInvitations, { cursor: first.next ?? '' });
    expect(outcomeOf(strange)).toBe('list.cursor_invalid');
  });

  test('G19 a new role is in effect at once, on the session and on open sockets', async () => {
    const o = await office();
    const [owner, agent] = [await o.as('何雅琴'), await o.as('林小满')];
    const self = await agent.call(access.getSelf);
    const socket = { ...o.actor('林小满'), session: self.sessionId };
    expect(outcomeOf(await agent.attempt(audit.listAuditEntries, {}))).toBe('access.denied');
    const heard = listening(o);
    await owner.call(access.changeMemberRole, {
      memberId: o.member('林小满'),
      role: 'lead',
      shopIds: [o.shop],
    });
    expect(heard.map((event) => event.type)).toEqual(['member.changed']);
    expect((await agent.call(audit.listAuditEntries, {})).items).toBeDefined();
    expect((await agent.call(access.getSelf)).grants['conversations.reply']).toBe('shop');
    expect((await refreshStaff(o.db, socket))?.shops).toEqual([o.shop]);
    expect(await lastEntry(o, 'member.role_changed')).toMatchObject({
      before: { role: 'agent', shopIds: null },
      after: { role: 'lead', shopIds: [o.shop] },
      actor: { kind: 'member', id: o.member('何雅琴'), name: '何雅琴' },
      device: expect.stringContaining('Chrome'),
      address: '203.0.113.7',
    });
  });

  test('ACL-04 a deactivated member is out at once: sessions, sockets, keys', async () => {
    const o = await office();
    const [owner, second] = [await o.as('何雅琴'), await o.as('周启明')];
    await owner.call(access.changeMemberRole, {
      memberId: o.member('周启明'),
      role: 'owner',
      shopIds: null,
    });
    const { secret } = await second.call(access.createApiKey, {
      name: '发货系统',
      permissions: ['shops.read'],
      shopIds: null,
      expiresAt: null,
    });
    const program = (path: string) =>
      openBrowser(o.app).raw({
        method: 'GET',
        path,
        headers: { authorization: `Bearer ${secret}` },
      });
    expect((await program('/api/shops')).status).toBe(200);
    const { sessionId } = await second.call(access.getSelf);
    const heard = listening(o);
    const member = await owner.call(access.deactivateMember, { memberId: o.member('周启明') });
    expect(member).toMatchObject({ status: 'deactivated', can: ['reactivateMember'] });
    expect(heard.map((event) => event.type)).toEqual(['key.revoked', 'member.deactivated']);
    expect(outcomeOf(await second.attempt(access.getSelf))).toBe('access.signed_out');
    expect((await program('/api/shops')).status).toBe(401);
    expect(await refreshStaff(o.db, { ...o.actor('周启明'), session: sessionId })).toBeNull();
    await owner.call(access.reactivateMember, { memberId: o.member('周启明') });
    expect(outcomeOf(await second.attempt(access.getSelf))).toBe('access.signed_out');
    expect((await program('/api/shops')).status).toBe(401);
    expect((await o.as('周启明')).cookies.has('guitai_session')).toBe(true);
  });

  test('ACL-01 nobody reaches above the own role', async () => {
    const o = await office();
    const lead = await o.as('周启明');
    const agent = await o.as('林小满');
    const change = (memberId: string, role: access.RoleName) =>
      lead.attempt(access.changeMemberRole, { memberId, role, shopIds: null });
    expect(outcomeOf(await change(o.member('何雅琴'), 'agent'))).toBe('member.role_above_own');
    expect(outcomeOf(await change(o.member('周启明'), 'owner'))).toBe('member.role_above_own');
    expect(outcomeOf(await change(o.member('林小满'), 'owner'))).toBe('member.role_above_own');
    expect(outcomeOf(await change(o.member('林小满'), 'observer'))).toBe('done');
    const shut = await lead.attempt(access.deactivateMember, { memberId: o.member('何雅琴') });
    expect(outcomeOf(shut)).toBe('member.role_above_own');
    const denied = await agent.attempt(access.deactivateMember, { memberId: o.member('周启明') });
    expect(outcomeOf(denied)).toBe('access.denied');
    expect(await lastEntry(o, 'deactivateMember')).toMatchObject({
      outcome: 'refused',
      reason: 'access.denied members.manage',
      actor: { id: o.member('林小满') },
      subject: { kind: 'member', id: o.member('周启明') },
    });
    expect(await lastEntry(o, 'changeMemberRole')).toMatchObject({
      outcome: 'refused',
      reason: 'member.role_above_own',
      actor: { id: o.member('周启明') },
    });
  });

  test('ACL-01 a lead makes no second lead, neither by promotion nor by invitation; the owner does both', async () => {
    const o = await office();
    const change = { memberId: o.member('林小满'), role: 'lead' as const, shopIds: null };
    const invite = { email: `twin-${o.team}@example.com`, role: 'lead' as const, shopIds: null };
    const lead = await o.as('周启明');
    expect(outcomeOf(await lead.attempt(access.changeMemberRole, change))).toBe(
      'member.role_above_own',
    );
    expect(outcomeOf(await lead.attempt(access.inviteMember, invite))).toBe(
      'member.role_above_own',
    );
    const below = await lead.attempt(access.inviteMember, { ...invite, role: 'agent' });
    expect(outcomeOf(below)).toBe('done');
    const owner = await o.as('何雅琴');
    expect(outcomeOf(await owner.attempt(access.changeMemberRole, change))).toBe('done');
    expect(outcomeOf(await owner.attempt(access.inviteMember, invite))).toBe('done');
  });

  test('a refused act on something that cannot be is on record as it was asked', async () => {
    const o = await office();
    const agent = await o.as('林小满');
    const odd = await agent.raw({
      method: 'DELETE',
      path: '/api/members/%00x%F0%9F%8D%B5/deactivation',
    });
    expect(odd.status).toBe(403);
    expect((await lastEntry(o, 'reactivateMember'))?.subject).toEqual({
      kind: 'member',
      id: 'x🍵',
    });
  });

  test('a lead of one shop does not hand out others, nor touch people of others', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const other = await owner.call(shops.createShop, {
      name: '二店',
      kind: 'built-in',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    const role = (person: '周启明' | '林小满', name: access.RoleName, shopIds: string[]) =>
      owner.call(access.changeMemberRole, { memberId: o.member(person), role: name, shopIds });
    await role('周启明', 'lead', [o.shop]);
    await role('林小满', 'agent', [o.shop, other.id]);
    const lead = await o.as('周启明');
    const shut = await lead.attempt(access.deactivateMember, { memberId: o.member('林小满') });
    expect(outcomeOf(shut)).toBe('member.role_above_own');
    await role('林小满', 'agent', [o.shop]);
    const widen = await lead.attempt(access.changeMemberRole, {
      memberId: o.member('林小满'),
      role: 'agent',
      shopIds: [other.id],
    });
    expect(outcomeOf(widen)).toBe('member.role_above_own');
    const invite = await lead.attempt(access.inviteMember, {
      email: 'x@example.com',
      role: 'agent',
      shopIds: null,
    });
    expect(outcomeOf(invite)).toBe('member.role_above_own');
  });

  test('the last owner stays, also when two owners turn on each other at once', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const demote = (browser: typeof owner, person: '何雅琴' | '周启明') =>
      browser.attempt(access.changeMemberRole, {
        memberId: o.member(person),
        role: 'agent',
        shopIds: null,
      });
    expect(outcomeOf(await demote(owner, '何雅琴'))).toBe('member.last_owner');
    const shut = await owner.attempt(access.deactivateMember, { memberId: o.member('何雅琴') });
    expect(outcomeOf(shut)).toBe('member.last_owner');
    for (let round = 0; round < 5; round += 1) {
      await o.db.write(o.actor('何雅琴'), async (tx) => {
        const { setRole } = await import('./member.change.store.ts');
        await setRole(tx, o.team, o.member('何雅琴'), { role: 'owner', shops: null });
        await setRole(tx, o.team, o.member('周启明'), { role: 'owner', shops: null });
      });
      const [a, b] = [await o.as('何雅琴'), await o.as('周启明')];
      await Promise.all([demote(a, '周启明'), demote(b, '何雅琴')]);
      const { items } = await (await o.as('方予安')).call(access.listMembers, {});
      expect(items.filter((member) => member.role === 'owner')).toHaveLength(1);
    }
  });

  test('SEC-06 a member of another team is not there', async () => {
    const [o, other] = [await office(), await office()];
    const owner = await o.as('何雅琴');
    const memberId = other.member('林小满');
    for (const endpoint of [access.deactivateMember, access.reactivateMember] as const) {
      expect(outcomeOf(await owner.attempt(endpoint, { memberId }))).toBe('member.not_found');
    }
    const change = await owner.attempt(access.changeMemberRole, {
      memberId: o.member('林小满'),
      role: 'agent',
      shopIds: [other.shop],
    });
    expect(outcomeOf(change)).toBe('shop.not_found');
  });

  test('a person changes name, language and colours of oneself', async () => {
    const o = await office();
    const agent = await o.as('林小满');
    const heard = listening(o);
    const self = await agent.call(access.updateSelf, {
      name: '林小满（晚班）',
      locale: 'zh-TW',
      theme: 'dark',
    });
    expect(self.member).toMatchObject({ name: '林小满（晚班）', locale: 'zh-TW', theme: 'dark' });
    expect(heard.map((event) => event.type)).toEqual(['member.changed']);
  });

  test('roles are told as the table has them', async () => {
    const o = await office();
    const { items } = await (await o.as('方予安')).call(access.listRoles);
    expect(items.map((role) => role.name)).toEqual(['owner', 'lead', 'agent', 'observer']);
    expect(items[2]?.grants).toContainEqual({ permission: 'conversations.reply', scope: 'own' });
  });
});

describe('invitations', () => {
  const invite = async (o: Office, email: string) => {
    const owner = await o.as('何雅琴');
    const { link, invitation } = await owner.call(access.inviteMember, {
      email,
      role: 'agent',
      shopIds: [o.shop],
    });
    return { owner, invitation, link, token: new URL(link).hash.slice(1) };
  };
  const person = { name: '许知夏', password, locale: 'zh-CN' as const };

  test('a person joins by the link, once', async () => {
    const o = await office();
    const email = `xu-${o.team}@example.com`;
    const { link, token, owner } = await invite(o, email);
    expect(new URL(link).search).toBe('');
    const browser = o.browser();
    const opened = await browser.call(access.getInvitation, { token });
    expect(opened).toMatchObject({
      email,
      role: 'agent',
      invitedBy: '何雅琴',
      accountExists: false,
    });
    const rival = o.browser();
    const answers = await Promise.all([
      browser.attempt(access.acceptInvitation, { token, ...person }),
      rival.attempt(access.acceptInvitation, { token, ...person }),
    ]);
    expect(answers.map(outcomeOf).sort()).toEqual(['done', 'invitation.not_valid']);
    const winner = browser.cookies.has('guitai_session') ? browser : rival;
    expect((await winner.call(access.getSelf)).member).toMatchObject({
      name: '许知夏',
      role: 'agent',
      shopIds: [o.shop],
    });
    expect(outcomeOf(await browser.attempt(access.getInvitation, { token }))).toBe(
      'invitation.not_valid',
    );
    const { items } = await owner.call(access.listInvitations, {});
    expect(items.map((one) => one.state)).toEqual(['accepted']);
    const twice = await owner.attempt(access.inviteMember, {
      email: email.toUpperCase(),
      role: 'agent',
      shopIds: null,
    });
    expect(outcomeOf(twice)).toBe('member.already_here');
  });

  test('a newer invitation, a withdrawal, and 72 hours make a link void', async () => {
    const o = await office();
    const email = `xu-${o.team}@example.com`;
    const first = await invite(o, email);
    const second = await invite(o, email);
    const open = async (token: string) =>
      outcomeOf(await o.browser().attempt(access.getInvitation, { token }));
    expect(await open(first.token)).toBe('invitation.not_valid');
    expect(await open(second.token)).toBe('done');
    await second.owner.call(access.withdrawInvitation, { invitationId: second.invitation.id });
    expect(await open(second.token)).toBe('invitation.not_valid');
    const again = await second.owner.attempt(access.withdrawInvitation, {
      invitationId: second.invitation.id,
    });
    expect(outcomeOf(again)).toBe('invitation.closed');
    const third = await invite(o, email);
    const { clock } = await import('../../kernel/clock.ts');
    const real = clock.now;
    clock.now = () => real() + 72 * 3600_000 + 1000;
    expect(await open(third.token)).toBe('invitation.not_valid');
    clock.now = real;
  });

  test('ACL-04 what a lead invited is void once the lead is shut out or set back', async () => {
    const o = await office();
    const lead = await o.as('周启明');
    const owner = await o.as('何雅琴');
    const tokenFor = async (email: string) => {
      const { link } = await lead.call(access.inviteMember, {
        email,
        role: 'agent',
        shopIds: [o.shop],
      });
      return new URL(link).hash.slice(1);
    };
    const token = await tokenFor(`back-${o.team}@example.com`);
    const enter = async () =>
      outcomeOf(await o.browser().attempt(access.acceptInvitation, { token, ...person }));
    const memberId = o.member('周启明');
    const role = { memberId, shopIds: [o.shop] };
    await owner.call(access.changeMemberRole, { ...role, role: 'agent' });
    expect(await enter()).toBe('invitation.not_valid');
    await owner.call(access.changeMemberRole, { ...role, role: 'lead' });
    await owner.call(access.deactivateMember, { memberId });
    expect(await enter()).toBe('invitation.not_valid');
    await owner.call(access.reactivateMember, { memberId });
    expect(await enter()).toBe('done');
  });

  test('a person with an account joins a second team with its password, and sees only that team', async () => {
    const [o, other] = [await office(), await office()];
    const email = other.email('林小满');
    const { token } = await invite(o, email);
    const browser = o.browser();
    expect((await browser.call(access.getInvitation, { token })).accountExists).toBe(true);
    const stolen = await browser.attempt(access.acceptInvitation, {
      token,
      ...person,
      password: 'a guess by whoever found the link',
    });
    expect(outcomeOf(stolen)).toBe('access.sign_in_refused');
    await browser.call(access.acceptInvitation, { token, ...person });
    const self = await browser.call(access.getSelf);
    expect(self.team.id).toBe(o.team);
    expect(self.teams.map((team) => team.id).sort()).toEqual([o.team, other.team].sort());
    const there = o.browser();
    await there.call(access.signIn, { email, password, teamId: other.team });
    expect((await there.call(access.getSelf)).member.role).toBe('agent');
    const { items } = await browser.call(access.listMembers, {});
    expect(
      items.some((member) => member.name === '林小满' && member.id === other.member('林小满')),
    ).toBe(false);
  });

  test('API-05 the same request again answers with the same link, and keeps no secret', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const input = { email: `xu-${o.team}@example.com`, role: 'agent' as const, shopIds: null };
    const key = { idempotencyKey: `invite-${o.team}` };
    const one = await owner.call(access.inviteMember, input, key);
    expect(await owner.call(access.inviteMember, input, key)).toEqual(one);
    const other = await owner.attempt(access.inviteMember, { ...input, role: 'lead' }, key);
    expect(outcomeOf(other)).toBe('idempotency.key_reused');
    const { run } = await import('../../kernel/tx.ts');
    const { sql } = await import('kysely');
    const kept = await o.db.read(o.actor('何雅琴'), (tx) =>
      run(tx, sql`select reply from idempotency_keys`),
    );
    expect(JSON.stringify(kept)).toContain(one.invitation.id);
    expect(JSON.stringify(kept)).not.toContain(new URL(one.link).hash.slice(1, 20));
  });
});
