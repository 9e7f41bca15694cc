import { buyers } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { buyerEvents } = buyers;
const read = { permission: 'buyers.read' };

export const buyerCreated = defineEvent('buyer.created', buyerEvents['buyer.created'], read);
export const buyerChanged = defineEvent('buyer.changed', buyerEvents['buyer.changed'], read);
export const buyerBlocked = defineEvent('buyer.blocked', buyerEvents['buyer.blocked'], read);
export const buyerUnblocked = defineEvent('buyer.unblocked', buyerEvents['buyer.unblocked'], read);
export const buyerMatched = defineEvent('buyer.matched', buyerEvents['buyer.matched'], read);
export const buyerUnmatched = defineEvent('buyer.unmatched', buyerEvents['buyer.unmatched'], read);
export const buyersMirrored = defineEvent('buyer.mirrored', buyerEvents['buyer.mirrored'], read);
