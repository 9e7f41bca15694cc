import { type access, access as contract } from '@guitai/contract';
import type { Scope } from '../../kernel/actor.ts';

type Permission = access.Permission;
type RoleName = access.RoleName;
type Grants = Readonly<Partial<Record<Permission, Scope>>>;

/** Reading what a shop holds. An agent's reading of conversations is narrower, see below. */
const reading: Grants = {
  'tasks.read': 'shop',
  'orders.read': 'shop',
  'buyers.read': 'shop',
  'catalog.read': 'shop',
  'knowledge.read': 'shop',
  'scripts.read': 'shop',
  'channels.read': 'shop',
  'shops.read': 'shop',
  'members.read': 'all',
  'presence.read': 'all',
  'aftersales.read': 'shop',
  'payments.read': 'shop',
  'outreach.read': 'shop',
  'offers.read': 'shop',
  'parcels.read': 'shop',
  'promises.read': 'shop',
  'reviews.read': 'shop',
  'automation.read': 'shop',
  'followups.read': 'shop',
};

const handlingOrders: Grants = {
  'tasks.write': 'shop',
  'orders.remark': 'shop',
  'orders.reveal': 'shop',
  'orders.verify': 'shop',
  'orders.remind': 'shop',
  'buyers.edit': 'shop',
  'buyers.reveal': 'shop',
  'knowledge.write': 'shop',
  'catalog.synonyms': 'shop',
  'orders.cancel': 'shop',
  'orders.address': 'shop',
  'orders.items': 'shop',
  'orders.method': 'shop',
  'orders.price': 'shop',
  'orders.refund': 'shop',
  'orders.fulfil': 'shop',
  'orders.invoice': 'shop',
  'orders.urgent': 'shop',
  'aftersales.open': 'shop',
  'aftersales.decide': 'shop',
  'aftersales.inspect': 'shop',
  'goodwill.pay': 'shop',
  'outreach.opt_out': 'shop',
  'coupons.issue': 'shop',
  'parcels.refresh': 'shop',
  'promises.make': 'shop',
  'promises.close': 'shop',
  'reviews.reply': 'shop',
  'reviews.flag': 'shop',
  'followups.work': 'shop',
};

/** Requests for approval: an agent's own and those the agent stands in for somebody else. */
const approving = (scope: Scope): Grants => ({
  'approvals.read': scope,
  'approvals.decide': scope,
});

const talking = (scope: Scope): Grants => ({
  'conversations.read': scope,
  'conversations.reply': scope,
  'conversations.note': scope,
  'conversations.recall': scope,
  'conversations.take': scope,
  'conversations.assign': scope,
  'conversations.close': scope,
  'conversations.snooze': scope,
  'conversations.block': scope,
});

const everything = Object.fromEntries(
  contract.permissionNames.map((permission) => [permission, 'all' as const]),
);

/** The table of authority: role → permission → how far. What is not written here is refused. */
export const roles: Readonly<Record<RoleName, Grants>> = {
  owner: everything,
  lead: {
    ...reading,
    ...talking('shop'),
    ...handlingOrders,
    ...approving('shop'),
    'payments.book': 'shop',
    'scripts.write': 'shop',
    'scripts.manage': 'shop',
    'scripts.approve': 'shop',
    'coupons.manage': 'shop',
    'costs.read': 'shop',
    'limits.manage': 'shop',
    'connections.manage': 'shop',
    'parcels.manage': 'shop',
    'reviews.hide': 'shop',
    'reviews.manage': 'shop',
    'reviews.mirror': 'shop',
    'webhooks.manage': 'shop',
    'outreach.send': 'shop',
    'outreach.manage': 'shop',
    'gateways.manage': 'shop',
    'automation.manage': 'shop',
    'followups.manage': 'shop',
    'buyers.block': 'shop',
    'buyers.export': 'shop',
    'channels.manage': 'shop',
    'shops.manage': 'shop',
    'knowledge.approve': 'shop',
    'imports.run': 'shop',
    'members.invite': 'all',
    'members.manage': 'all',
    'insight.own': 'shop',
    'insight.read': 'shop',
    'insight.manage': 'shop',
    'audit.read': 'shop',
    'tasks.manage': 'shop',
    'announcements.publish': 'shop',
  },
  agent: {
    ...reading,
    ...talking('own'),
    ...handlingOrders,
    ...approving('own'),
    'scripts.write': 'shop',
    'insight.own': 'own',
  },
  observer: {
    ...reading,
    'approvals.read': 'shop',
    'conversations.read': 'shop',
    'insight.own': 'shop',
    'insight.read': 'shop',
  },
};

/** What an API key may never be given: making people or keys, or deciding what people may. */
const personal: readonly Permission[] = [
  'keys.manage',
  'members.invite',
  'members.manage',
  'sample.manage',
  'approvals.decide',
  'limits.manage',
];

/** Permissions an API key can hold. */
export const keyPermissions: readonly Permission[] = contract.permissionNames.filter(
  (permission) => !personal.includes(permission),
);

export const isRoleName = (name: string): name is RoleName =>
  (contract.roleNames as readonly string[]).includes(name);

/** The grants of a role; an unknown role has none. */
export function grantsOfRole(name: string): ReadonlyMap<string, Scope> {
  return isRoleName(name) ? grantMaps[name] : new Map();
}

const mapOf = (name: RoleName): ReadonlyMap<string, Scope> => new Map(Object.entries(roles[name]));

const grantMaps: Readonly<Record<RoleName, ReadonlyMap<string, Scope>>> = {
  owner: mapOf('owner'),
  lead: mapOf('lead'),
  agent: mapOf('agent'),
  observer: mapOf('observer'),
};

/** The grants of a key: its permissions, as far as its shops. Names no longer known grant nothing. */
export const grantsOfKey = (permissions: readonly string[], shops: readonly string[] | null) =>
  new Map<string, Scope>(
    keyPermissions
      .filter((permission) => permissions.includes(permission))
      .map((permission) => [permission, shops === null ? 'all' : 'shop']),
  );

const rank: Readonly<Record<RoleName, number>> = { owner: 4, lead: 3, agent: 2, observer: 1 };

interface Standing {
  readonly role: string;
  readonly shops: readonly string[] | null;
}

/** How wide a role is; 0 for an unknown one. */
export const rankOf = (role: string): number => (isRoleName(role) ? rank[role] : 0);

/** No wider in shops than oneself; null means every shop. */
export const withinShops = (wanted: Standing['shops'], own: Standing['shops']): boolean =>
  own === null || (wanted?.every((shop) => own.includes(shop)) ?? false);

/** A person may change or shut out those below within the own shops; owners also one another. */
export const mayManage = (manager: Standing, managed: Standing): boolean =>
  (manager.role === 'owner' || rankOf(manager.role) > rankOf(managed.role)) &&
  withinShops(managed.shops, manager.shops);

/** A person makes only such as may be managed then: an own rank given twice would give its day limit twice. */
export const mayGrant = (giver: Standing, wanted: Standing): boolean => mayManage(giver, wanted);
