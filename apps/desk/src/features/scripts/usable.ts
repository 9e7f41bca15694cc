import { useState } from 'react';
import type { Entry } from './library.ts';

const none: readonly Entry[] = [];

/** Published scripts of the team, of this shop, and one's own. */
export function useUsable(all: readonly Entry[] | undefined, shopId: string): readonly Entry[] {
  const [kept, keep] = useState<{ all: typeof all; shopId: string; usable: readonly Entry[] }>();
  if (kept?.all === all && kept?.shopId === shopId) return kept?.usable ?? none;
  const usable = (all ?? []).filter(
    (one) => one.usable && (one.shopId === null || one.shopId === shopId),
  );
  keep({ all, shopId, usable });
  return usable;
}
