import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { amountOf } from './case.rules.ts';

/** What a case moves, and from whom where it is the buyer who pays. */
export function CaseAmount({ one }: { one: aftersales.CaseShape }) {
  const { t } = useLingui();
  const amount = amountOf(one);
  if (amount === null) return null;
  const shown = money(Math.abs(amount), one.currency);
  return <b>{amount < 0 ? t`Buyer pays ${shown}` : shown}</b>;
}
