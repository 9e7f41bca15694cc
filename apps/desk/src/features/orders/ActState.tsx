import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';

/** What becomes of an act, where it is not simply done. */
export function ActState({
  state,
  amountMinor,
}: Pick<orders.OrderActShape, 'state' | 'amountMinor'>) {
  const { t } = useLingui();
  const back = amountMinor !== null && amountMinor > 0;
  switch (state) {
    case 'pending':
      return <Word tone="soon">{back ? t`on its way to the buyer` : t`waits for an answer`}</Word>;
    case 'failed':
      return <Word tone="late">{t`failed, taken back`}</Word>;
    case 'undone':
      return <Word tone="quiet">{t`undone`}</Word>;
    default:
      return null;
  }
}
