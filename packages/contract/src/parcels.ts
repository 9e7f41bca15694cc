/**
 * Parcels on their way: who is asked where they are, what they tell, and which of them need a hand.
 *
 * A parcel itself belongs to its order (`orders`); here stand the carriers' aggregators, what is asked of them and what went wrong.
 */
export * from './parcels.events.ts';
