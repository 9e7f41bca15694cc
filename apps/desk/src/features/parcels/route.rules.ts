import type { parcels } from '@guitai/contract';

type Stage = parcels.ParcelStageWord;

/** The stops of a route as it is drawn, and how far along them a parcel is. */
export function stopsOf(stage: Stage): { readonly stops: readonly Stage[]; readonly at: number } {
  if (stage === 'back') return { stops: ['label', 'way', 'back'], at: 2 };
  if (stage === 'cancelled') return { stops: ['label', 'cancelled'], at: 1 };
  const third: Stage = stage === 'station' ? 'station' : 'delivering';
  const stops: readonly Stage[] = ['label', 'way', third, 'delivered'];
  const at = stage === 'town' ? 1 : stops.indexOf(stage);
  return { stops, at };
}
