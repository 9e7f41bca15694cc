import type { orders, parcels } from '@guitai/contract';

type Status = orders.ParcelStatusWord;
type Stage = parcels.ParcelStageWord;

const stages: Readonly<Record<Status, Stage>> = {
  created: 'label',
  collected: 'way',
  in_transit: 'way',
  forwarded: 'way',
  customs: 'way',
  stuck: 'way',
  problem: 'way',
  damaged: 'way',
  unknown: 'way',
  arrived: 'town',
  out_for_delivery: 'delivering',
  unreachable: 'delivering',
  overdue: 'delivering',
  out_of_area: 'town',
  at_station: 'station',
  signed: 'delivered',
  signed_self: 'delivered',
  signed_other: 'delivered',
  signed_station: 'delivered',
  refused: 'back',
  returning: 'back',
  returned: 'back',
  cancelled: 'cancelled',
};

/** How far on its way a parcel is. One nobody has told anything of has a label only. */
export const stageOf = ({
  status,
  told,
}: {
  readonly status: Status;
  readonly told: number;
}): Stage =>
  told === 0 && (status === 'unknown' || status === 'collected') ? 'label' : stages[status];

export const isSigned = (status: Status): boolean => status.startsWith('signed');

/** Nothing more is to come. */
export const isOver = (status: Status): boolean =>
  isSigned(status) || status === 'returned' || status === 'cancelled';

/** Whether a signature makes an own order delivered. */
export const delivers = (
  status: Status,
  deliver: parcels.ParcelSettingsShape['deliver'],
): boolean =>
  isSigned(status) &&
  (deliver === 'signed' || (deliver === 'in_person' && status !== 'signed_station'));
