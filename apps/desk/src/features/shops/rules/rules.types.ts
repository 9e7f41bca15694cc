import type { shops } from '@guitai/contract';

export type Rules = shops.OrderRulesShape;
export type RuleName = keyof Rules;
export type Status = Rules['cancel']['states'][number];
export type Reason = Rules['cancel']['reasons'][number];
export type CaseKind = 'return' | 'exchange' | 'repair' | 'resend' | 'compensate';

/** A group of rules as the form shows it, and how a change of one comes back. */
export interface GroupProps {
  readonly rules: Rules;
  /** ISO 4217 code of the shop. */
  readonly currency: string;
  readonly set: <N extends RuleName>(name: N, rule: Rules[N]) => void;
}
