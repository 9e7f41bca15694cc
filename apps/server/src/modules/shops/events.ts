import { shops } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const seen = { permission: 'shops.read' } as const;

export const shopCreated = defineEvent('shop.created', shops.ShopFace, seen);

export const shopChanged = defineEvent('shop.changed', shops.ShopFace, seen);

export const shopSettingsChanged = defineEvent(
  'shop.settings_changed',
  shops.ShopSettingsChanged,
  seen,
);

export const shopRemoved = defineEvent('shop.removed', shops.ShopRemoved, seen);

export const events = [shopCreated, shopChanged, shopSettingsChanged, shopRemoved];
