import { CaseKind, CaseState } from './aftersales.words.ts';
import { Currency, Id, Instant, Nullable, Type } from './schema.ts';

/** A case after a change; `was` is its state before, null for a new one. */
export const CaseChanged = Type.Object({
  caseId: Id,
  orderId: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  conversationId: Nullable(Id),
  kind: CaseKind,
  state: CaseState,
  was: Nullable(CaseState),
  amountMinor: Nullable(Type.Integer()),
  currency: Currency,
  dueAt: Nullable(Instant),
});

/** Event types of after-sales with the shape of their data. */
export const aftersalesEvents = {
  'case.opened': CaseChanged,
  'case.changed': CaseChanged,
  'case.deadline_near': CaseChanged,
  'case.deadline_passed': CaseChanged,
} as const;
