import type { ParcelText } from '../../ui/CarrierFields.tsx';

export const noParcel: ParcelText = { carrier: '', number: '' };

/** Whether carrier and number can be a parcel. */
export const isParcel = ({ carrier, number }: ParcelText): boolean =>
  carrier.trim() !== '' && number.trim().length >= 4;
