import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { ago } from '../../lib/format.ts';
import { Word } from '../../ui/Word.tsx';

/** What became of the question to the buyer whether this is right. */
export function CheckWord({ check }: { check: orders.OrderCardShape['checks']['order'] }) {
  const { t } = useLingui();
  if (!check || check.state === 'withdrawn') return null;
  const at = check.answeredAt ?? check.askedAt;
  const when = at ? ago(at) : undefined;
  if (check.state === 'confirmed')
    return <Word tone="good" title={when}>{t`Confirmed by the buyer`}</Word>;
  if (check.state === 'change_wanted')
    return <Word tone="soon" title={check.answer ?? when}>{t`Buyer wants a change`}</Word>;
  return <Word title={when}>{t`Asked, no answer yet`}</Word>;
}
