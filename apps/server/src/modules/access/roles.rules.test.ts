import { access } from '@guitai/contract';
import { describe, expect, test } from 'vitest';
import {
  grantsOfKey,
  keyPermissions,
  mayGrant,
  mayManage,
  roles,
  withinShops,
} from './roles.rules.ts';

const all = (role: string) => ({ role, shops: null });
const only = (role: string, ...shops: string[]) => ({ role, shops });

describe('ACL-01 the table of roles', () => {
  test('the owner may do everything, and every permission is held by somebody', () => {
    for (const permission of access.permissionNames) expect(roles.owner[permission]).toBe('all');
  });

  test('each narrower role holds nothing a wider one lacks', () => {
    const width = { own: 1, shop: 2, all: 3 } as const;
    for (const [wide, narrow] of [
      ['owner', 'lead'],
      ['lead', 'agent'],
      ['lead', 'observer'],
    ] as const) {
      for (const permission of access.permissionNames) {
        const has = roles[narrow][permission];
        if (has === undefined) continue;
        const above = roles[wide][permission];
        expect(above, `${wide} ${permission}`).toBeDefined();
        expect(width[above ?? 'own']).toBeGreaterThanOrEqual(width[has]);
      }
    }
  });

  test('an observer changes nothing and uncovers nothing', () => {
    // `insight.own` reads, too: figures, no further than the shops one sees.
    for (const permission of Object.keys(roles.observer))
      expect(permission).toMatch(/\.read$|^insight\.own$/);
  });

  test('an agent does not manage people, keys, shops, imports or the record', () => {
    for (const permission of Object.keys(roles.agent)) {
      expect(permission).not.toMatch(/^(keys|audit|imports|sample)\.|manage|invite|create/);
    }
  });
});

describe('ACL-01 nobody but an owner grants the own role, nor anybody beyond it or the own shops', () => {
  test('granting', () => {
    expect(mayGrant(all('owner'), all('owner'))).toBe(true);
    expect(mayGrant(all('owner'), all('lead'))).toBe(true);
    expect(mayGrant(all('lead'), all('lead'))).toBe(false);
    expect(mayGrant(all('lead'), all('agent'))).toBe(true);
    expect(mayGrant(all('lead'), all('owner'))).toBe(false);
    expect(mayGrant(all('agent'), all('lead'))).toBe(false);
    expect(mayGrant(only('lead', 'A'), only('agent', 'A'))).toBe(true);
    expect(mayGrant(only('lead', 'A'), only('agent', 'A', 'B'))).toBe(false);
    expect(mayGrant(only('lead', 'A'), all('agent'))).toBe(false);
    expect(mayGrant(all('stranger'), all('observer'))).toBe(false);
  });

  test('managing', () => {
    expect(mayManage(all('owner'), all('owner'))).toBe(true);
    expect(mayManage(all('lead'), all('lead'))).toBe(false);
    expect(mayManage(all('lead'), all('agent'))).toBe(true);
    expect(mayManage(all('lead'), all('owner'))).toBe(false);
    expect(mayManage(only('lead', 'A'), only('agent', 'B'))).toBe(false);
    expect(mayManage(only('lead', 'A'), only('agent', 'A'))).toBe(true);
    expect(mayManage(only('lead', 'A'), all('agent'))).toBe(false);
  });

  test('null means every shop', () => {
    expect(withinShops(null, null)).toBe(true);
    expect(withinShops(['A'], null)).toBe(true);
    expect(withinShops(null, ['A'])).toBe(false);
    expect(withinShops([], ['A'])).toBe(true);
  });
});

describe('API-04 keys are scoped', () => {
  test('a key never makes people or keys', () => {
    expect(keyPermissions).not.toContain('keys.manage');
    expect(keyPermissions).not.toContain('members.manage');
    expect(keyPermissions).not.toContain('members.invite');
  });

  test('names that are no longer known grant nothing', () => {
    expect([...grantsOfKey(['orders.read', 'gone.read', 'keys.manage'], null)]).toEqual([
      ['orders.read', 'all'],
    ]);
    expect([...grantsOfKey(['orders.read'], ['A'])]).toEqual([['orders.read', 'shop']]);
  });
});
