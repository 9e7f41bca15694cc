import type { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { IconName } from '../../ui/Icon.tsx';

/** A place of the settings: its address, its name, who may open it. The frame lists them in this order. */
export interface Place {
  readonly id:
    | 'account'
    | 'notices'
    | 'team'
    | 'roles'
    | 'authority'
    | 'keys'
    | 'webhooks'
    | 'shops'
    | 'channels'
    | 'connections'
    | 'payments'
    | 'parcels'
    | 'floors'
    | 'messageGateways'
    | 'import'
    | 'audit'
    | 'system';
  readonly path: string;
  readonly start: string;
  readonly name: MessageDescriptor;
  readonly icon: IconName;
  readonly group: 'self' | 'team' | 'shop';
  readonly permission?: access.Permission;
}

export const places: readonly Place[] = [
  {
    id: 'account',
    path: '/settings/account',
    start: '/settings/account',
    name: msg`My account`,
    icon: 'me',
    group: 'self',
  },
  {
    id: 'notices',
    path: '/settings/notices',
    start: '/settings/notices',
    name: msg({ message: 'Notices', context: 'bell' }),
    icon: 'bell',
    group: 'self',
  },
  {
    id: 'shops',
    path: '/settings/shops/:shopId?/:part?',
    start: '/settings/shops',
    name: msg`Shops`,
    icon: 'shop',
    group: 'shop',
    permission: 'shops.read',
  },
  {
    id: 'channels',
    path: '/settings/channels/:channelId?',
    start: '/settings/channels',
    name: msg`Chat on your site`,
    icon: 'chats',
    group: 'shop',
    permission: 'channels.read',
  },
  {
    id: 'connections',
    path: '/settings/connections/:connectionId?',
    start: '/settings/connections',
    name: msg`Connections`,
    icon: 'shop',
    group: 'shop',
    permission: 'connections.manage',
  },
  {
    id: 'parcels',
    path: '/settings/parcels',
    start: '/settings/parcels',
    name: msg`Parcel tracking`,
    icon: 'truck',
    group: 'shop',
    permission: 'parcels.read',
  },
  {
    id: 'payments',
    path: '/settings/payments',
    start: '/settings/payments',
    name: msg`Payments`,
    icon: 'card',
    group: 'shop',
    permission: 'payments.read',
  },
  {
    id: 'floors',
    path: '/settings/floors',
    start: '/settings/floors',
    name: msg`Floor prices`,
    icon: 'scales',
    group: 'shop',
    permission: 'offers.read',
  },
  {
    id: 'messageGateways',
    path: '/settings/message-gateways',
    start: '/settings/message-gateways',
    name: msg`Text messages and mail`,
    icon: 'phone',
    group: 'shop',
    permission: 'gateways.manage',
  },
  {
    id: 'import',
    path: '/settings/import/:importId?',
    start: '/settings/import',
    name: msg`Import`,
    icon: 'import',
    group: 'shop',
    permission: 'imports.run',
  },
  {
    id: 'team',
    path: '/settings/team',
    start: '/settings/team',
    name: msg`Members`,
    icon: 'team',
    group: 'team',
    permission: 'members.read',
  },
  {
    id: 'roles',
    path: '/settings/roles',
    start: '/settings/roles',
    name: msg`Roles`,
    icon: 'lock',
    group: 'team',
  },
  {
    id: 'authority',
    path: '/settings/authority',
    start: '/settings/authority',
    name: msg`Authority`,
    icon: 'scales',
    group: 'team',
  },
  {
    id: 'keys',
    path: '/settings/keys',
    start: '/settings/keys',
    name: msg`API keys`,
    icon: 'key',
    group: 'team',
    permission: 'keys.manage',
  },
  {
    id: 'webhooks',
    path: '/settings/webhooks/:webhookId?',
    start: '/settings/webhooks',
    name: msg`Webhooks`,
    icon: 'send',
    group: 'team',
    permission: 'webhooks.manage',
  },
  {
    id: 'audit',
    path: '/settings/audit',
    start: '/settings/audit',
    name: msg`Audit log`,
    icon: 'audit',
    group: 'team',
    permission: 'audit.read',
  },
  {
    id: 'system',
    path: '/settings/system',
    start: '/settings/system',
    name: msg`Health of the server`,
    icon: 'spark',
    group: 'team',
    permission: 'system.read',
  },
];
