import { reviews } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { reviewEvents } = reviews;
const read = { permission: 'reviews.read' };

const told = (type: Exclude<keyof typeof reviewEvents, 'review.invited'>) =>
  defineEvent(type, reviewEvents[type], read);

export const reviewPosted = told('review.posted');
export const reviewAmended = told('review.amended');
export const reviewReplied = told('review.replied');
export const reviewReplyWithdrawn = told('review.reply_withdrawn');
export const reviewThanked = told('review.thanked');
export const reviewFlagged = told('review.flagged');
export const reviewUnflagged = told('review.unflagged');
export const reviewHidden = told('review.hidden');
export const reviewShown = told('review.shown');
export const reviewInvited = defineEvent('review.invited', reviewEvents['review.invited'], read);
