import { useLingui } from '@lingui/react/macro';
import type { Tone } from '../../ui/Word.tsx';

/** The states of a delivery in words. */
export function useDeliveryStates(): Record<
  'waiting' | 'delivered' | 'given_up' | 'dropped',
  { readonly word: string; readonly tone: Tone }
> {
  const { t } = useLingui();
  return {
    waiting: { word: t({ message: 'Waiting', context: 'delivery' }), tone: 'soon' },
    delivered: { word: t({ message: 'Delivered', context: 'delivery' }), tone: 'good' },
    given_up: { word: t({ message: 'Given up', context: 'delivery' }), tone: 'late' },
    dropped: { word: t({ message: 'Left out', context: 'delivery' }), tone: 'quiet' },
  };
}
