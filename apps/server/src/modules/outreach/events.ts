import { outreach } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const seen = { permission: 'outreach.read' };

/** Something was planned; wakes who sends. */
export const outreachPlanned = defineEvent('outreach.planned', outreach.OutreachPlanned, seen);
/** It stands in the chat, or the gateway has taken it. */
export const outreachSent = defineEvent('outreach.sent', outreach.OutreachTold, seen);
/** The gateway says that it arrived. */
export const outreachDelivered = defineEvent('outreach.delivered', outreach.OutreachTold, seen);
/** The gateway refused it, or says that it did not arrive. */
export const outreachFailed = defineEvent('outreach.failed', outreach.OutreachTold, seen);
/** The gateway did not answer: nobody knows. */
export const outreachUnknown = defineEvent('outreach.unknown', outreach.OutreachTold, seen);
/** It was not to be sent any more; `reason` says why. */
export const outreachSkipped = defineEvent('outreach.skipped', outreach.OutreachTold, seen);
/** The buyer answered within 72 hours. */
export const outreachReplied = defineEvent('outreach.replied', outreach.OutreachTold, seen);
/** What the message was for came about. */
export const outreachConverted = defineEvent(
  'outreach.converted',
  outreach.OutreachConverted,
  seen,
);
/** A buyer said no to a kind of message, or took that back. */
export const outreachOptedOut = defineEvent('outreach.opted_out', outreach.OutreachOptedOut, seen);

export const events = [
  outreachPlanned,
  outreachSent,
  outreachDelivered,
  outreachFailed,
  outreachUnknown,
  outreachSkipped,
  outreachReplied,
  outreachConverted,
  outreachOptedOut,
];
