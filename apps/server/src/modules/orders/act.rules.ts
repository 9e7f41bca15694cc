import { refuse } from '../../kernel/refusal.ts';
import type { OrderStatus } from './words.ts';

/** Whether the shop's rule allows the act in the order's status; the refusal names the rule. */
export const allowedIn = (
  order: { readonly status: OrderStatus },
  rule: string,
  states: readonly OrderStatus[],
) =>
  states.includes(order.status)
    ? null
    : refuse('order.act_not_allowed', { act: rule, rule, status: order.status, allowed: states });

/** Whether the reason is one of the shop's; a shop without reasons takes any. */
export const knownReason = (code: string, reasons: readonly { readonly code: string }[]) =>
  reasons.length === 0 || reasons.some((reason) => reason.code === code)
    ? null
    : refuse('order.reason_unknown', { reason: code, allowed: reasons.map((one) => one.code) });

/** Whether a window of days after an instant is over; unknown instants and endless windows never are. */
export function windowOver(since: string | null, days: number | null, at: Date) {
  if (days === null || since === null) return null;
  const over = at.getTime() > Date.parse(since) + days * 86_400_000;
  return over ? refuse('order.window_over', { days, since }) : null;
}
