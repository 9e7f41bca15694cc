import { parcels } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { parcelEvents } = parcels;
const read = { permission: 'orders.read' };

export const parcelMoved = defineEvent('parcel.moved', parcelEvents['parcel.moved'], read);
export const parcelStuck = defineEvent('parcel.stuck', parcelEvents['parcel.stuck'], read);
export const parcelFreed = defineEvent('parcel.freed', parcelEvents['parcel.freed'], read);
