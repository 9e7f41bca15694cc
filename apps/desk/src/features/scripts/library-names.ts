import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import type { Spot } from './tree.rules.ts';

/** What a whole library is called. */
export function useNames(): (spot: Pick<Spot, 'scope' | 'shopId'>) => string {
  const { t } = useLingui();
  const { shops } = useSelf();
  return ({ scope, shopId }) => {
    if (scope === 'own') return t`My scripts`;
    if (scope === 'team') return t({ message: 'Team', context: 'scripts' });
    return shops.find(({ id }) => id === shopId)?.name ?? '';
  };
}
