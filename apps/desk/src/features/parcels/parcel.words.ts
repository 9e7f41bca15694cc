import type { parcels } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const causeWords: Readonly<Record<parcels.ParcelCauseWord, MessageDescriptor>> = {
  not_collected: msg({ message: 'Not picked up', context: 'parcel' }),
  stuck: msg({ message: 'Not moving', context: 'parcel' }),
  unclaimed: msg({ message: 'Not collected', context: 'parcel' }),
  failed: msg({ message: 'Delivery failed', context: 'parcel' }),
  address: msg({ message: 'Wrong address', context: 'parcel' }),
  refused: msg({ message: 'Refused', context: 'parcel' }),
  damaged: msg({ message: 'Damaged', context: 'parcel' }),
  returning: msg({ message: 'On its way back', context: 'parcel' }),
  returned: msg({ message: 'Returned', context: 'parcel' }),
};

export const causeNames = Object.keys(causeWords) as parcels.ParcelCauseWord[];

export const stageWords: Readonly<Record<parcels.ParcelStageWord, MessageDescriptor>> = {
  label: msg({ message: 'Shipped', context: 'parcel stage' }),
  way: msg({ message: 'On the way', context: 'parcel stage' }),
  town: msg({ message: 'In town', context: 'parcel stage' }),
  delivering: msg({ message: 'Out for delivery', context: 'parcel stage' }),
  station: msg({ message: 'At the pick-up point', context: 'parcel stage' }),
  delivered: msg({ message: 'Delivered', context: 'parcel stage' }),
  back: msg({ message: 'Going back', context: 'parcel stage' }),
  cancelled: msg({ message: 'Cancelled', context: 'parcel stage' }),
};

export const providerNames: Readonly<Record<parcels.ParcelProviderShape['kind'], string>> = {
  kuaidi100: '快递100',
  kdniao: '快递鸟',
  sandbox: 'Sandbox',
};

export const secretWords: Readonly<Record<string, MessageDescriptor>> = {
  customer: msg({ message: 'Customer (customer)', context: 'parcel provider' }),
  key: msg({ message: 'Authorisation key (key)', context: 'parcel provider' }),
  salt: msg({ message: 'Salt of callbacks, chosen by you', context: 'parcel provider' }),
  businessId: msg({ message: 'Business id (EBusinessID)', context: 'parcel provider' }),
  appKey: msg({ message: 'AppKey', context: 'parcel provider' }),
  secret: msg({ message: 'Secret of callbacks, chosen by you', context: 'parcel provider' }),
};
