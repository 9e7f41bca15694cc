import { NewShop } from './access.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { Can, Currency, Id, Instant, Locale, Page, PageQuery, Text, Type } from './schema.ts';
import { OrderRules, OrderRulesChange } from './shops.order-rules.ts';

export * from './shops.order-rules.ts';

export const Colour = Type.String({
  pattern: '^#[0-9a-fA-F]{6}$',
  description: "The shop's colour, #rrggbb, used by the widget and the shop's mark.",
});

export const Shop = Type.Object({
  id: Id,
  name: Type.String(),
  kind: Type.Union([Type.Literal('built-in'), Type.Literal('imported')], {
    description: 'built-in: orders are placed here; imported: a mirror filled from files.',
  }),
  currency: Currency,
  timezone: Type.String(),
  locale: Locale,
  colour: Type.String(),
  createdAt: Instant,
  updatedAt: Instant,
  can: Can,
});

const Clock = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$',
  description: 'HH:MM, 24:00 is midnight at the end.',
});

/** One weekday range in the shop's time zone; until ≤ from reaches over midnight. */
export const BusinessRange = Strict({
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 Monday … 7 Sunday.' }),
  from: Clock,
  until: Clock,
});

const settingFields = {
  reopenWindowHours: Type.Integer({
    minimum: 0,
    maximum: 8760,
    description:
      'Hours after resolving in which a new word of the buyer reopens the same conversation. Default 72.',
  }),
  reminderIntervalMinutes: Type.Integer({
    minimum: 1,
    maximum: 43_200,
    description: 'Least minutes between two payment reminders for one order. Default 720.',
  }),
  answerPromiseSeconds: Type.Integer({
    minimum: 5,
    maximum: 86_400,
    description: 'Seconds in which a waiting buyer should get an answer. Default 60.',
  }),
  handoverNoteRequired: Type.Boolean({
    description:
      'Whether a chat is handed to a colleague only with a note of what they should know. Default false.',
  }),
  orderNumberPattern: Text(
    60,
    1,
    'Made of {YYYY} {YY} {MM} {DD} {n} {nnn}…; must hold {n}. Default {YYYY}{MM}{DD}-{nnnn}.',
  ),
  orderNumberLinks: Type.Array(Text(60, 3), {
    maxItems: 10,
    description:
      'Further forms of order numbers that are links in chats, like the pattern: {YYYY} {YY} {MM} {DD} and {n}… for digits. The own pattern and long numbers of marketplaces always are.',
  }),
  businessHours: Type.Array(BusinessRange, {
    maxItems: 28,
    description: 'Empty: always open. Default: every day 09:00–22:00.',
  }),
};

export const ShopSettings = Type.Object({
  ...settingFields,
  orderRules: Type.Object(OrderRules.properties, {
    description: 'What may be done to orders, and when.',
  }),
});

export const listShops = endpoint({
  id: 'listShops',
  method: 'GET',
  path: '/shops',
  summary: 'Shops this reader works in, oldest first.',
  query: Strict(PageQuery),
  reply: Page(Shop),
  errors: ['list.cursor_invalid'],
});

export const createShop = endpoint({
  id: 'createShop',
  method: 'POST',
  path: '/shops',
  summary: 'Opens a shop of the team.',
  body: Strict({
    ...NewShop.properties,
    kind: Type.Union([Type.Literal('built-in'), Type.Literal('imported')]),
    colour: Type.Optional(Colour),
  }),
  reply: Shop,
  errors: ['shop.name_taken', 'shop.timezone_unknown'],
});

export const updateShop = endpoint({
  id: 'updateShop',
  method: 'PATCH',
  path: '/shops/:shopId',
  summary: 'Changes name, time zone, language or colour. The currency of a shop never changes.',
  params: Strict({ shopId: Id }),
  body: Strict({
    name: Type.Optional(Text(80, 1)),
    timezone: Type.Optional(Text(60, 1)),
    locale: Type.Optional(Locale),
    colour: Type.Optional(Colour),
  }),
  reply: Shop,
  errors: ['shop.not_found', 'shop.name_taken', 'shop.timezone_unknown'],
});

export const getShopSettings = endpoint({
  id: 'getShopSettings',
  method: 'GET',
  path: '/shops/:shopId/settings',
  summary: 'Settings of a shop; what was never set has its default.',
  params: Strict({ shopId: Id }),
  reply: ShopSettings,
  errors: ['shop.not_found'],
});

export const updateShopSettings = endpoint({
  id: 'updateShopSettings',
  method: 'PATCH',
  path: '/shops/:shopId/settings',
  summary: 'Changes the given settings and leaves the others.',
  params: Strict({ shopId: Id }),
  body: Type.Partial(Strict({ ...settingFields, orderRules: OrderRulesChange }), {
    additionalProperties: false,
  }),
  reply: ShopSettings,
  errors: ['shop.not_found', 'shop.pattern_invalid', 'shop.reason_twice'],
});

/** Data of `shop.created` and `shop.changed`. */
export const ShopFace = Type.Object({
  shopId: Id,
  name: Type.String(),
  kind: Type.String(),
  currency: Currency,
  timezone: Type.String(),
  locale: Locale,
  colour: Type.String(),
});

/** Data of `shop.settings_changed`: all settings as they are now. */
export const ShopSettingsChanged = Type.Object({ shopId: Id, settings: ShopSettings });

/** Data of `shop.removed`. */
export const ShopRemoved = Type.Object({ shopId: Id });

export const shopsErrors = defineErrors({
  'shop.not_found': {
    status: 404,
    en: 'There is no such shop.',
    'zh-CN': '没有这个店铺。',
    'zh-TW': '沒有這個商店。',
  },
  'shop.name_taken': {
    status: 409,
    en: 'Another shop of the team is already called {name}.',
    'zh-CN': '团队里已有名为“{name}”的店铺。',
    'zh-TW': '團隊裡已有名為「{name}」的商店。',
  },
  'shop.timezone_unknown': {
    status: 422,
    en: 'The time zone {timezone} is not known; use an IANA name such as Asia/Shanghai.',
    'zh-CN': '未知时区 {timezone}，请使用 IANA 名称，例如 Asia/Shanghai。',
    'zh-TW': '未知時區 {timezone}，請使用 IANA 名稱，例如 Asia/Taipei。',
  },
  'shop.reason_twice': {
    status: 422,
    en: 'The reason {code} stands twice in a list.',
    'zh-CN': '原因 {code} 在列表中重复了。',
    'zh-TW': '原因 {code} 在清單中重複了。',
  },
  'shop.pattern_invalid': {
    status: 422,
    en: 'An order number needs a counter: write {n} (or {nnnn} for leading zeros) in the pattern.',
    'zh-CN': '订单号规则需要计数：请在规则中写入 {n}（或带前导零的 {nnnn}）。',
    'zh-TW': '訂單編號規則需要計數：請在規則中寫入 {n}（或帶前導零的 {nnnn}）。',
  },
});
