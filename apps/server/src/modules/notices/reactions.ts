import { react } from '../../kernel/reactions.ts';
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

export const reactions = [
  react('notices.planMails', noticeGiven, planMails),
  react('notices.approvers', [approvalRequested, approvalEscalated], tellApprovers),
  react(
    'notices.requester',
    [approvalApproved, approvalRefused, approvalVoid, approvalExpired],
    tellRequester,
  ),
];
