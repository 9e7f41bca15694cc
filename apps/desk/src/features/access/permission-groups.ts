import { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const names: Readonly<Record<string, MessageDescriptor>> = {
  conversations: msg({ message: 'Chats', context: 'permissions' }),
  presence: msg({ message: 'Availability', context: 'permissions' }),
  orders: msg({ message: 'Orders', context: 'permissions' }),
  payments: msg({ message: 'Payments', context: 'permissions' }),
  parcels: msg({ message: 'Parcels', context: 'permissions' }),
  promises: msg({ message: 'Promises', context: 'permissions' }),
  reviews: msg({ message: 'Reviews', context: 'permissions' }),
  automation: msg({ message: 'Rules and order care', context: 'permissions' }),
  buyers: msg({ message: 'Buyers', context: 'permissions' }),
  catalog: msg({ message: 'Products', context: 'permissions' }),
  offers: msg({ message: 'Offers', context: 'permissions' }),
  coupons: msg({ message: 'Coupons', context: 'permissions' }),
  costs: msg({ message: 'Cost prices', context: 'permissions' }),
  knowledge: msg({ message: 'Knowledge', context: 'permissions' }),
  scripts: msg({ message: 'Scripts', context: 'permissions' }),
  channels: msg({ message: 'Chat on the site', context: 'permissions' }),
  shops: msg({ message: 'Shops', context: 'permissions' }),
  imports: msg({ message: 'Import', context: 'permissions' }),
  sample: msg({ message: 'Sample shop', context: 'permissions' }),
  members: msg({ message: 'Members', context: 'permissions' }),
  keys: msg({ message: 'API keys', context: 'permissions' }),
  webhooks: msg({ message: 'Webhooks', context: 'permissions' }),
  outreach: msg({ message: 'Automatic messages', context: 'permissions' }),
  gateways: msg({ message: 'Message gateways', context: 'permissions' }),
  tasks: msg({ message: 'Tasks', context: 'permissions' }),
  announcements: msg({ message: 'Announcements', context: 'permissions' }),
  followups: msg({ message: 'Follow-ups', context: 'permissions' }),
  insight: msg({ message: 'Insight', context: 'permissions' }),
  audit: msg({ message: 'Audit log', context: 'permissions' }),
};

export interface PermissionGroup {
  readonly resource: string;
  /** Absent for a resource this desk has no word for yet: its own name is shown. */
  readonly name: MessageDescriptor | undefined;
  readonly permissions: readonly access.Permission[];
}

/** Every permission, by what it is about, in the order of the contract. */
export function permissionGroups(
  all: readonly access.Permission[] = Object.keys(access.permissions) as access.Permission[],
): PermissionGroup[] {
  const byResource = Map.groupBy(all, (permission) => permission.split('.')[0] ?? '');
  return [...byResource].map(([resource, permissions]) => ({
    resource,
    name: names[resource],
    permissions,
  }));
}

/** Name of a permission in the reader's language; the contract has them. */
export function permissionName(permission: access.Permission, locale: string): string {
  const words: Readonly<Record<string, string>> = access.permissions[permission];
  return words[locale] ?? permission;
}
