/**
 * Which module may import which: the one table of allowed arrows, lowest layer first.
 * Adding an arrow is a visible line here; what must go up or sideways goes as an event.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  audit: [],
  shops: ['audit'],
  access: ['audit', 'shops'],
  buyers: ['access', 'shops', 'audit'],
  catalog: ['access', 'shops', 'audit'],
  orders: ['access', 'shops', 'audit', 'buyers', 'catalog'],
  channels: ['access', 'shops', 'audit', 'buyers'],
  knowledge: ['access', 'shops', 'audit', 'catalog'],
  conversations: ['access', 'shops', 'audit', 'buyers', 'channels', 'orders', 'catalog'],
  aftersales: ['access', 'shops', 'audit', 'catalog', 'orders', 'conversations'],
  care: ['access', 'shops', 'audit', 'buyers', 'catalog', 'orders', 'channels', 'conversations'],
  importing: ['access', 'shops', 'audit', 'buyers', 'catalog', 'orders', 'knowledge'],
  storefront: ['access', 'shops', 'audit', 'buyers', 'catalog', 'orders', 'channels', 'sample'],
  sample: [
    'access',
    'shops',
    'audit',
    'buyers',
    'catalog',
    'orders',
    'channels',
    'conversations',
    'care',
    'knowledge',
  ],
  system: [],
  workbench: [
    'access',
    'shops',
    'audit',
    'buyers',
    'catalog',
    'orders',
    'channels',
    'conversations',
    'care',
    'knowledge',
  ],
};
