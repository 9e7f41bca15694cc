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
/** Two became one person; read the merged one as the other from now on. */
export const buyerMerged = defineEvent('buyer.merged', buyerEvents['buyer.merged'], read);

/** The two are two again. */
export const buyerParted = defineEvent('buyer.parted', buyerEvents['buyer.parted'], read);

export const buyersMirrored = defineEvent('buyer.mirrored', buyerEvents['buyer.mirrored'], read);
