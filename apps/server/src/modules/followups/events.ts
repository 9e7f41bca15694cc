import { followups } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const read = { permission: 'followups.read' };

/** A list of a shop filled itself: how many came. */
export const followupsFilled = defineEvent('followup.filled', followups.FollowupsFilled, read);

/** A follow-up moved, by a person or by itself. */
export const followupChanged = defineEvent('followup.changed', followups.FollowupTold, read);

/** An order counts for a contact, or no longer. */
export const followupConverted = defineEvent('followup.converted', followups.FollowupTold, read);

export const events = [followupsFilled, followupChanged, followupConverted];
