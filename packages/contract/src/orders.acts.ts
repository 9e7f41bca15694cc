/**
 * Acts on an order. Each takes the fields of `ActFields` besides its own and answers with `OrderActed`:
 * check, effect, event, card in the chat, audit, all in one transaction.
 */
import { Address, AddressInput } from './address.ts';
import { endpoint, Strict } from './endpoint.ts';
import { ActLine, actBody, OrderAct, OrderActed } from './orders.acts.shapes.ts';
import { Id, Instant, Nullable, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './orders.acts.errors.ts';
export * from './orders.acts.shapes.ts';

const params = Strict({ orderId: Id });

/** Refusals every act may give. */
export const actRefusals = [
  'order.not_found',
  'order.version_conflict',
  'order.act_not_allowed',
  'order.platform_lacks',
  'order.platform_down',
  'authority.approval_needed',
  'authority.beyond_limit',
  'approval.too_many',
] as const;

const money = [
  'order.refund_above_paid',
  'order.method_foreign',
  'order.method_cannot_bear',
] as const;

const Reason = Text(60, 1, "Code of one of the shop's reasons.");
const Amount = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 });
const Above = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 });

export const cancelOrder = endpoint({
  id: 'cancelOrder',
  method: 'POST',
  path: '/orders/:orderId/cancellation',
  summary:
    'Cancels an order or some of its lines before shipping; every payment goes back to the method that paid it.',
  params,
  body: actBody({
    reasonCode: Reason,
    lines: Type.Optional(Type.Array(ActLine, { minItems: 1, maxItems: 200 })),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...money,
    'order.reason_unknown',
    'order.line_not_found',
    'order.line_twice',
    'order.lines_whole_only',
    'order.amount_out_of_range',
  ],
});

export const changeOrderAddress = endpoint({
  id: 'changeOrderAddress',
  method: 'PUT',
  path: '/orders/:orderId/address',
  summary:
    "Changes where an order goes, until it is handed over. The buyer's default address stays as it is.",
  params,
  body: actBody({ address: AddressInput }),
  reply: OrderActed,
  errors: [...actRefusals, 'order.address_same', 'order.address_incomplete'],
});

export const AddressReading = Type.Object({
  address: Address,
  region: OneOf(
    ['checked', 'unknown', 'contradictory', 'foreign'] as const,
    'checked: the parts of the region belong together. foreign: outside of the known regions.',
  ),
  missing: Type.Array(Type.String(), { description: 'Parts nobody wrote: name, phone, …' }),
  sure: Type.Object(
    {
      name: Type.Boolean(),
      phone: Type.Boolean(),
      region: Type.Boolean(),
      street: Type.Boolean(),
    },
    { description: 'What may be taken over without a look.' },
  ),
  problems: Type.Array(Type.String(), { description: 'Why a person should look at it.' }),
  choices: Type.Array(
    Type.Object({ province: Type.String(), city: Type.String(), district: Type.String() }),
    { description: 'Regions it might be, where the text leaves it open; at most five.' },
  ),
  rest: Type.String({ description: 'What could not be placed.' }),
});

export const readAddress = endpoint({
  id: 'readAddress',
  method: 'POST',
  path: '/address-readings',
  summary: 'Reads pasted text into the parts of an address and checks the region. Keeps nothing.',
  body: Strict({
    text: Text(2000, 1),
    country: Type.Optional(Text(60, 0, 'Where nothing in the text says otherwise.')),
  }),
  reply: AddressReading,
  errors: [],
});

export const changeDefaultAddress = endpoint({
  id: 'changeDefaultAddress',
  method: 'PUT',
  path: '/buyers/:buyerId/default-address',
  summary: "Changes the buyer's default address. No order's address changes with it.",
  params: Strict({ buyerId: Id }),
  body: Strict({ address: AddressInput }),
  errors: ['buyer.not_found', 'order.address_same', 'order.address_incomplete'],
});

export const changeOrderItems = endpoint({
  id: 'changeOrderItems',
  method: 'POST',
  path: '/orders/:orderId/item-changes',
  summary:
    'Changes lines to other variants or quantities; the difference is charged or refunded to a method of the buyer.',
  params,
  body: actBody({
    changes: Type.Array(
      Strict({
        lineNo: Type.Integer({ minimum: 1 }),
        variantId: Id,
        quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      }),
      { minItems: 1, maxItems: 200 },
    ),
    methodId: Type.Optional(
      Type.Unsafe<string>({ ...Id, description: 'Bears the difference of a paid order.' }),
    ),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...money,
    'order.act_repeated',
    'order.refund_to_balance',
    'order.amount_out_of_range',
    'order.line_not_found',
    'order.line_twice',
    'order.variant_same',
    'order.below_floor',
    'order.variant_foreign',
    'order.variant_not_exchangeable',
    'order.method_needed',
    'order.method_not_balance',
    'variant.not_found',
    'product.sold_out',
    'product.not_for_sale',
  ],
});

export const changeOrderPaymentMethod = endpoint({
  id: 'changeOrderPaymentMethod',
  method: 'POST',
  path: '/orders/:orderId/payment-method-changes',
  summary:
    'Moves the whole payment to another method of the buyer; refused where it is split or partly refunded.',
  params,
  body: actBody({ methodId: Id }),
  reply: OrderActed,
  errors: [...actRefusals, ...money, 'order.method_same', 'order.payment_split', 'order.unpaid'],
});

const priceErrors = [
  ...actRefusals,
  ...money,
  'order.unchanged',
  'order.amount_out_of_range',
  'order.below_floor',
] as const;

export const changeOrderPostage = endpoint({
  id: 'changeOrderPostage',
  method: 'PUT',
  path: '/orders/:orderId/postage',
  summary: 'Changes the postage: freely before payment, after it as a refund or a charge.',
  params,
  body: actBody({ postageMinor: Amount }),
  reply: OrderActed,
  errors: priceErrors,
});

export const changeLinePrice = endpoint({
  id: 'changeLinePrice',
  method: 'PUT',
  path: '/orders/:orderId/lines/:lineNo/price',
  summary:
    'Changes the price of one piece of a line: before payment freely, after it as a refund or a charge.',
  params: Strict({ orderId: Id, lineNo: Type.Integer({ minimum: 1 }) }),
  body: actBody({ unitMinor: Amount }),
  reply: OrderActed,
  errors: [...priceErrors, 'order.line_not_found'],
});

export const changeOrderDiscount = endpoint({
  id: 'changeOrderDiscount',
  method: 'PUT',
  path: '/orders/:orderId/discount',
  summary: "Changes the order's discount: before payment freely, after it as a refund or a charge.",
  params,
  body: actBody({ discountMinor: Amount }),
  reply: OrderActed,
  errors: priceErrors,
});

export const refundOrder = endpoint({
  id: 'refundOrder',
  method: 'POST',
  path: '/orders/:orderId/refunds',
  summary:
    'Pays money back: to the methods that paid, or to a balance of the buyer where the shop allows it.',
  params,
  body: actBody({
    amountMinor: Above,
    reasonCode: Reason,
    lines: Type.Optional(Type.Array(ActLine, { minItems: 1, maxItems: 200 })),
    to: Type.Optional(
      Type.Union([Type.Literal('original'), Strict({ methodId: Id })], {
        description: 'Default: original, every payment back to the method that paid it.',
      }),
    ),
    evidence: Type.Optional(
      Type.Array(Text(500, 1), {
        maxItems: 10,
        description: 'Ids of files in the chat, or links.',
      }),
    ),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...money,
    'order.unpaid',
    'order.reason_unknown',
    'order.line_not_found',
    'order.line_twice',
    'order.refund_to_balance',
    'order.window_over',
  ],
});

export const setOrderUrgent = endpoint({
  id: 'setOrderUrgent',
  method: 'PUT',
  path: '/orders/:orderId/urgency',
  summary: 'Marks an order as urgent for the warehouse.',
  params,
  body: actBody({}),
  reply: OrderActed,
  errors: [...actRefusals, 'order.unchanged'],
});

export const clearOrderUrgent = endpoint({
  id: 'clearOrderUrgent',
  method: 'DELETE',
  path: '/orders/:orderId/urgency',
  summary: 'Takes the urgent mark back.',
  params,
  body: actBody({}),
  reply: OrderActed,
  errors: [...actRefusals, 'order.unchanged'],
});

/** What an invoice needs. */
const invoiceFields = {
  kind: OneOf(['personal', 'company', 'special'] as const, 'special: 增值税专用发票.'),
  title: Text(200, 1, 'Whom it is made out to.'),
  taxNumber: Type.Optional(Text(40, 0, 'Needed for a company.')),
  email: Type.Optional(Text(254)),
  phone: Type.Optional(Text(40)),
};

export const requestInvoice = endpoint({
  id: 'requestInvoice',
  method: 'POST',
  path: '/orders/:orderId/invoices',
  summary: 'Requests an invoice for what was paid.',
  params,
  body: actBody(invoiceFields),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'order.invoice_exists',
    'order.invoice_not_found',
    'order.invoice_incomplete',
  ],
});

export const reissueInvoice = endpoint({
  id: 'reissueInvoice',
  method: 'POST',
  path: '/orders/:orderId/invoice-reissues',
  summary: 'Replaces the invoice of an order by a corrected one; the old one stays in the history.',
  params,
  body: actBody(invoiceFields),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'order.invoice_exists',
    'order.invoice_not_found',
    'order.invoice_incomplete',
  ],
});

const appointmentFields = {
  service: OneOf(['installation', 'repair', 'maintenance', 'other'] as const),
  date: Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: "Day in the shop's time zone.",
  }),
  slot: Type.Optional(OneOf(['any', 'morning', 'afternoon', 'evening'] as const)),
  lineNo: Type.Optional(Type.Integer({ minimum: 1, description: 'The thing it is about.' })),
  note: Type.Optional(Text(500)),
};

export const bookAppointment = endpoint({
  id: 'bookAppointment',
  method: 'POST',
  path: '/orders/:orderId/appointments',
  summary: 'Books an installation or another service at the buyer.',
  params,
  body: actBody(appointmentFields),
  reply: OrderActed,
  errors: [...actRefusals, 'order.line_not_found', 'order.date_past'],
});

export const changeAppointment = endpoint({
  id: 'changeAppointment',
  method: 'PUT',
  path: '/orders/:orderId/appointments/:appointmentId',
  summary: 'Moves an appointment to another day, or calls it off.',
  params: Strict({ orderId: Id, appointmentId: Id }),
  body: actBody({
    ...Type.Partial(Strict(appointmentFields)).properties,
    state: Type.Optional(OneOf(['booked', 'called_off'] as const)),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'order.appointment_not_found',
    'order.line_not_found',
    'order.date_past',
    'order.unchanged',
  ],
});

export const listOrderActs = endpoint({
  id: 'listOrderActs',
  method: 'GET',
  path: '/orders/:orderId/acts',
  summary:
    'Everything that was done to an order, newest first, with who, why and what became of it.',
  params,
  query: Strict(PageQuery),
  reply: Page(OrderAct),
  errors: ['order.not_found', 'list.cursor_invalid'],
});

/** What may be done to an order by the shop's rules, with what a form needs to offer it. */
export const OrderChoices = Type.Object({
  cancelReasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  refundReasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  refundableMinor: Type.Integer({ description: 'Paid and not refunded yet.' }),
  refundToBalance: Type.Boolean(),
  cancelLines: Type.Boolean(),
  addressChangedAt: Nullable(Instant),
  confirmBeforeAct: Type.Boolean(),
  methods: Type.Array(
    Type.Object({
      id: Id,
      kind: Type.String(),
      label: Type.String(),
      balanceMinor: Nullable(Type.Integer()),
    }),
  ),
});

export const getOrderChoices = endpoint({
  id: 'getOrderChoices',
  method: 'GET',
  path: '/orders/:orderId/choices',
  summary:
    "What the forms of an order's acts offer: the shop's reasons, the buyer's methods, what is left to refund.",
  params,
  reply: OrderChoices,
  errors: ['order.not_found'],
});
