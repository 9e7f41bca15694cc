import { OrderActedEvent } from './orders.acts.shapes.ts';
import { OrderSummary } from './orders.shapes.ts';
import { OrderStatus } from './orders.words.ts';
import { Id, Nullable, OneOf, Type } from './schema.ts';

/** An order after a change; `was` is its status before, null for a new one. */
export const OrderChanged = Type.Object({ order: OrderSummary, was: Nullable(OrderStatus) });

/** What kind of change an `order.…` event without a status tells of. */
export const OrderTouched = Type.Object({
  orderId: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  version: Type.Integer(),
});

/** A batch of a mirror was read: these orders are new or differ from before. */
export const OrdersMirrored = Type.Object({
  shopId: Id,
  orders: Type.Array(
    Type.Object({ id: Id, status: OrderStatus, was: Nullable(OrderStatus), buyerId: Nullable(Id) }),
  ),
});

/** The buyer answered a check, or it was asked or withdrawn. */
export const OrderChecked = Type.Object({
  ...OrderTouched.properties,
  kind: OneOf(['order', 'address'] as const),
  state: OneOf(['asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated'] as const),
});

/** Event types of orders with the shape of their data. */
export const orderEvents = {
  'order.placed': OrderChanged,
  'order.paid': OrderChanged,
  'order.mirrored': OrdersMirrored,
  'order.remarked': OrderTouched,
  'order.checked': OrderChecked,
  'order.reminded': OrderTouched,
  'order.address_proposed': OrderTouched,
  'order.address_changed': OrderTouched,
  'order.address_refused': OrderTouched,
  'order.acted': OrderActedEvent,
  'parcel.mirrored': Type.Object({ shopId: Id, orderIds: Type.Array(Id) }),
} as const;
