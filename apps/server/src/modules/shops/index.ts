import { defineModule } from '../../kernel/module.ts';
import { events } from './events.ts';
import { up } from './migrations/0001-shops.ts';
import { up as connections } from './migrations/0002-connections.ts';
import { up as hooks } from './migrations/0003-hooks-by-signature.ts';
import { routes } from './routes.ts';

export * from './connection.health.ts';
export * from './connection.ts';
export { shopChanged, shopCreated, shopSettingsChanged } from './events.ts';
export { briefShops, findShop, type ShopBrief } from './find-shop.ts';
export { defaultRules, type OrderRules } from './order-rules.rules.ts';
export { orderRulesOf } from './order-rules.ts';
export { changeOwnSettings, getOwnSettings, type OwnSettings } from './own-settings.ts';
export {
  defaultSettings,
  isOpen,
  isTimezone,
  orderNumber,
  type ShopSettings,
} from './settings.rules.ts';
export { createShop, removeShop } from './shop.ts';

/** The shops of a team and how each wants to be run. */
export const shops = defineModule({
  name: 'shops',
  migrations: [
    { id: '0001-shops', up },
    { id: '0002-connections', up: connections },
    { id: '0003-hooks-by-signature', up: hooks },
  ],
  routes,
  events,
});
