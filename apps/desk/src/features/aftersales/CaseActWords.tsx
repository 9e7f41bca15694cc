import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { amountOf, paysAtOnce, sendsOut } from './case.rules.ts';

/** What the click of approval does, in figures. */
export function ApproveWords({ one }: { one: aftersales.CaseShape }) {
  const { t } = useLingui();
  const amount = one.amountMinor === null ? '' : money(one.amountMinor, one.currency);
  if (paysAtOnce(one.kind)) return one.kind === 'refund' ? t`Refund ${amount}` : t`Pay ${amount}`;
  return t`Approve`;
}

/** What the click of settling does. */
export function SettleWords({ one }: { one: aftersales.CaseShape }) {
  const { t } = useLingui();
  const amount = amountOf(one) ?? 0;
  if (sendsOut(one.kind)) return t`Send out and settle`;
  return amount > 0 ? t`Refund ${money(amount, one.currency)}` : t`Settle`;
}
