import { react, reactMany } from '../../kernel/reactions.ts';
import {
  approvalApproved,
  approvalEscalated,
  approvalExpired,
  approvalRefused,
  approvalRequested,
  approvalVoid,
} from '../access/index.ts';
import { tellApprovers, tellRequester } from './approvals.ts';
import { noticeGiven } from './events.ts';
import { planMails } from './mail.ts';
import { keepLate } from './mark.store.ts';

export const reactions = [
  reactMany('notices.late', noticeGiven, 200, async (_actor, tx, events) => {
    await keepLate(
      tx,
      events.map(({ seq, data: { notice } }) => ({ id: notice.id, seq })),
    );
  }),
  react('notices.planMails', noticeGiven, planMails),
  react('notices.approvers', [approvalRequested, approvalEscalated], tellApprovers),
  react(
    'notices.requester',
    [approvalApproved, approvalRefused, approvalVoid, approvalExpired],
    tellRequester,
  ),
];
