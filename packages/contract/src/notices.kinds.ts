import type { Permission } from './access.permissions.ts';
import { OneOf } from './schema.ts';

/** What a notice is about, each with the right a person needs to see it. An open list: a line makes a kind exist. */
export const noticeKinds = {
  task_assigned: 'tasks.read',
  task_mentioned: 'tasks.read',
  task_due: 'tasks.read',
  task_overdue: 'tasks.read',
  task_orphaned: 'tasks.read',
  announcement: 'members.read',
  chat_handed: 'conversations.read',
  approval_waiting: 'approvals.read',
  approval_settled: 'approvals.read',
  case_due: 'aftersales.read',
  webhook_paused: 'webhooks.manage',
  connection_down: 'connections.manage',
  parcel_stuck: 'orders.read',
  promise_due: 'conversations.read',
  promise_broken: 'conversations.read',
  review_bad: 'reviews.read',
  rule_stopped: 'automation.read',
  rule_matched: 'conversations.read',
  gateway_trouble: 'shops.manage',
  knowledge_expired: 'knowledge.read',
  knowledge_review: 'knowledge.read',
  followups_due: 'followups.read',
  script_review: 'scripts.approve',
  script_decided: 'scripts.read',
} as const satisfies Record<string, Permission>;

export type NoticeKind = keyof typeof noticeKinds;

export const noticeKindNames = Object.keys(noticeKinds) as NoticeKind[];

export const NoticeKindWord = OneOf(
  noticeKindNames as [NoticeKind, ...NoticeKind[]],
  'What the notice is about.',
);
