/** A variant with its price, its cost as far as known, and the nearest floor that was set. */
export interface FloorGround {
  readonly listMinor: number;
  readonly costMinor: number | null;
  readonly percent: number | null;
  readonly floorMinor: number | null;
  readonly marginPercent: number | null;
}

const share = (minor: number, percent: number): number =>
  Number((BigInt(minor) * BigInt(percent) + 99n) / 100n);

/** What each bound of a floor comes to for a piece, rounded up; null: not set, or a margin on a cost nobody knows. */
export const floorParts = (ground: FloorGround) => {
  const { listMinor, costMinor, percent, floorMinor, marginPercent } = ground;
  return {
    percentMinor: percent === null ? null : share(listMinor, percent),
    amountMinor: floorMinor,
    marginMinor:
      marginPercent === null || costMinor === null ? null : share(costMinor, 100 + marginPercent),
  };
};

/** The lowest price of a piece: the highest of its bounds; null: none was set, or only a margin on a cost nobody knows. */
export function floorOf(ground: FloorGround): number | null {
  const floors = Object.values(floorParts(ground)).filter((one) => one !== null);
  return floors.length === 0 ? null : Math.max(...floors);
}
