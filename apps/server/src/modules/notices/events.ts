import { notices } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const own = { permission: 'members.read', personal: true } as const;

/** Somebody should know something; heard by those it is for. */
export const noticeGiven = defineEvent('notice.given', notices.NoticeGiven, own);

/** A person has read on one device: all other screens of the person follow. */
export const noticesRead = defineEvent('notice.read', notices.NoticesRead, own);

/** What somebody was told is settled: it is off the list. */
export const noticesGone = defineEvent('notice.gone', notices.NoticesGone, own);

export const events = [noticeGiven, noticesRead, noticesGone];
