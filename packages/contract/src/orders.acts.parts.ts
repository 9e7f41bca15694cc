/** What the acts of several files share: fields and refusals. Not part of the contract by itself. */
import { Strict } from './endpoint.ts';
import { Id, Text, Type } from './schema.ts';

export const ofOrder = Strict({ orderId: Id });

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

/** Refusals of acts that pay money back or charge it. */
export const moneyRefusals = [
  'order.refund_above_paid',
  'order.method_foreign',
  'order.method_cannot_bear',
] as const;

export const Reason = Text(60, 1, "Code of one of the shop's reasons.");
/** In minor units: zero and above, and above zero. */
export const Amount = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 });
export const Above = Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 });
