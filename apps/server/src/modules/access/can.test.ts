import { access } from '@guitai/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, BuyerActor, KeyActor, MemberActor, Scope } from '../../kernel/actor.ts';
import { system } from '../../kernel/actor.ts';
import { can, sightOf, type Thing } from '../../kernel/can.ts';
import { grantsOfKey, grantsOfRole, roles } from './roles.rules.ts';

const member = (role: string, shops: string[] | null = null, id = 'm1'): MemberActor => ({
  kind: 'member',
  team: 't',
  member: id,
  account: 'a',
  session: 's',
  role,
  grants: grantsOfRole(role),
  shops,
  locale: 'zh-CN',
});

const key = (permissions: string[], shops: string[] | null): KeyActor => ({
  kind: 'key',
  team: 't',
  key: 'k',
  grants: grantsOfKey(permissions, shops),
  shops,
  locale: 'en',
});

const buyer = {
  kind: 'buyer',
  team: 't',
  shop: 'A',
  channel: 'c',
  visitor: 'v',
  visitorSecret: null,
  buyer: 'b',
  verified: true,
  locale: 'zh-CN',
} satisfies BuyerActor;

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

describe('ACL-01 deny by default', () => {
  test('what no table grants is refused, whoever asks', () => {
    for (const role of access.roleNames) {
      expect(can(member(role), 'refunds.approve')).toBe('no');
      expect(can(member(role), 'toString')).toBe('no');
    }
    expect(can(member('boss'), 'orders.read')).toBe('no');
    expect(can(key(['orders.read'], null), 'orders.remark')).toBe('no');
  });

  test('buyers and strangers have no permission of the team', () => {
    for (const permission of access.permissionNames) {
      expect(can(buyer, permission, { shop: 'A', holder: null })).toBe('no');
      expect(can(nobody, permission)).toBe('no');
      expect(sightOf(buyer, permission)).toBeNull();
      expect(sightOf(nobody, permission)).toBeNull();
    }
  });

  test('the product itself may do what its cause asks for', () => {
    expect(can(system('t', 'conversations.wake'), 'conversations.close', { shop: 'A' })).toBe(
      'yes',
    );
  });

  test('every role × permission has exactly the written scope', () => {
    for (const role of access.roleNames) {
      for (const permission of access.permissionNames) {
        const scope: Scope | undefined = roles[role][permission];
        expect(can(member(role), permission)).toBe(scope === undefined ? 'no' : 'yes');
      }
    }
  });
});

describe('ACL-01 scopes', () => {
  test('own: held by me, or by nobody', () => {
    const agent = member('agent');
    const close = (thing: Thing) => can(agent, 'conversations.close', thing);
    expect(close({ shop: 'A', holder: 'm1' })).toBe('yes');
    expect(close({ shop: 'A', holder: null })).toBe('yes');
    expect(close({ shop: 'A', holder: 'm2' })).toBe('no');
    expect(close({ shop: 'A' })).toBe('no');
  });

  test('own and shop together: another shop is refused even when held by me', () => {
    const agent = member('agent', ['A']);
    expect(can(agent, 'conversations.read', { shop: 'B', holder: 'm1' })).toBe('no');
    expect(can(agent, 'conversations.read', { shop: 'A', holder: 'm1' })).toBe('yes');
  });

  test('shop: whoever holds it, in the shops of the reader', () => {
    const lead = member('lead', ['A', 'B']);
    expect(can(lead, 'conversations.close', { shop: 'A', holder: 'm2' })).toBe('yes');
    expect(can(lead, 'conversations.close', { shop: 'C', holder: null })).toBe('no');
    expect(can(lead, 'conversations.close', { holder: null })).toBe('no');
    expect(can(lead, 'conversations.close', { shop: null })).toBe('no');
    expect(can(member('lead'), 'conversations.close', { shop: 'C' })).toBe('yes');
  });

  test('a thing that stands in several shops is seen through any of them', () => {
    const agent = member('agent', ['A']);
    expect(can(agent, 'buyers.read', { shop: ['B', 'A'] })).toBe('yes');
    expect(can(agent, 'buyers.read', { shop: ['B'] })).toBe('no');
    expect(can(agent, 'buyers.read', { shop: [] })).toBe('no');
  });

  test('all: shops do not narrow', () => {
    expect(can(member('owner', ['A']), 'orders.read', { shop: 'B', holder: 'm2' })).toBe('yes');
  });

  test('a key reaches its shops and never what persons do', () => {
    const narrow = key(['orders.read', 'keys.manage', 'members.manage'], ['A']);
    expect(can(narrow, 'orders.read', { shop: 'A' })).toBe('yes');
    expect(can(narrow, 'orders.read', { shop: 'B' })).toBe('no');
    expect(can(narrow, 'keys.manage')).toBe('no');
    expect(can(narrow, 'members.manage')).toBe('no');
    expect(can(key(['orders.read'], null), 'orders.read', { shop: 'B' })).toBe('yes');
  });
});

describe('ACL-02 a list shows exactly the rows that may be opened', () => {
  const shop = fc.constantFrom('A', 'B', 'C');
  const holder = fc.constantFrom('m1', 'm2', null);
  const shops = fc.option(fc.uniqueArray(shop, { minLength: 1 }), { nil: null });
  const someone = fc.oneof(
    fc.tuple(fc.constantFrom(...access.roleNames), shops).map(([role, s]) => member(role, s)),
    fc
      .tuple(fc.subarray([...access.permissionNames]), shops)
      .map(([permissions, s]) => key(permissions, s)),
  );

  test('sightOf agrees with can for every actor, permission and row', () => {
    fc.assert(
      fc.property(
        someone,
        fc.constantFrom(...access.permissionNames),
        shop,
        holder,
        (actor, permission, s, h) => {
          const sight = sightOf(actor, permission);
          const listed =
            sight !== null &&
            (sight.shops === null || sight.shops.includes(s)) &&
            (sight.holder === undefined || h === null || h === sight.holder);
          expect(can(actor, permission, { shop: s, holder: h })).toBe(listed ? 'yes' : 'no');
        },
      ),
      { numRuns: 2000 },
    );
  });
});
