import type { notices } from '@guitai/contract';
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { money } from '../../lib/format.ts';

/** Name of a kind, in settings and filters. */
export const kindNames: Readonly<Partial<Record<notices.NoticeKind, MessageDescriptor>>> = {
  task_assigned: msg`Tasks given to me`,
  task_mentioned: msg`Mentions in tasks`,
  task_due: msg`Tasks that are due`,
  task_overdue: msg`Overdue tasks`,
  task_orphaned: msg`Tasks of people who left`,
  announcement: msg({ message: 'Announcements', context: 'notices' }),
  chat_handed: msg`Chats handed to me`,
  approval_waiting: msg`Requests for my approval`,
  approval_settled: msg`Decisions on my requests`,
  case_due: msg`After-sales deadlines`,
  webhook_paused: msg`Paused webhooks`,
  connection_down: msg`Shop connections that fail`,
  parcel_stuck: msg`Parcels that are stuck`,
  promise_due: msg`Promises that are due`,
  promise_broken: msg`Broken promises`,
  review_bad: msg`Bad reviews`,
  rule_stopped: msg`Rules that stopped`,
  rule_matched: msg`What rules tell me`,
  gateway_trouble: msg`Trouble with message gateways`,
  knowledge_expired: msg`Knowledge that has expired`,
  knowledge_review: msg`Knowledge to approve`,
  followups_due: msg`Follow-ups that are due`,
  script_review: msg`Scripts to approve`,
  script_decided: msg`Decisions about my scripts`,
};

export const kindName = (kind: string, i18n: I18n): string => {
  const name = kindNames[kind as notices.NoticeKind];
  return name ? i18n._(name) : kind;
};

type Params = notices.NoticeShape['params'];

const sentences: Readonly<Record<string, (params: Params) => MessageDescriptor>> = {
  task_assigned: () => msg`A task was given to you`,
  task_mentioned: () => msg`You were mentioned in a task`,
  task_due: ({ stage }) => (stage === 'before' ? msg`A task is due soon` : msg`A task is due`),
  task_overdue: ({ days }) => {
    const count = Number(days ?? 1);
    return msg`Overdue for ${count} d`;
  },
  task_orphaned: ({ count }) => {
    const tasks = Number(count ?? 0);
    return msg`${tasks} tasks of a colleague who left need somebody`;
  },
  announcement: () => msg`New announcement`,
  chat_handed: () => msg`A chat was handed to you`,
  approval_waiting: () => msg`A request waits for your approval`,
  approval_settled: ({ state }) =>
    state === 'done' || state === 'approved'
      ? msg`Your request was approved`
      : msg`Your request was not carried out`,
  case_due: ({ stage }) =>
    stage === 'passed'
      ? msg`An after-sales deadline has passed`
      : msg`An after-sales case is due soon`,
  webhook_paused: () => msg`A webhook was paused`,
  connection_down: () => msg`A shop connection fails`,
  parcel_stuck: () => msg`A parcel is stuck`,
  promise_due: () => msg`A promise is due soon`,
  promise_broken: () => msg`A promise was not kept`,
  review_bad: () => msg`A bad review came in`,
  rule_stopped: () => msg`A rule stopped itself`,
  rule_matched: ({ rule }) => msg`The rule “${String(rule)}” wants you to look`,
  gateway_trouble: () => msg`A message gateway has trouble`,
  knowledge_expired: () => msg`Knowledge has expired`,
  knowledge_review: () => msg`Knowledge waits for approval`,
  followups_due: ({ count, mine }) => {
    const buyers = Number(count ?? 0);
    return mine === 1
      ? msg`${buyers} buyers wait for your follow-up today`
      : msg`${buyers} follow-ups are nobody’s`;
  },
  script_review: () => msg`A script waits for approval`,
  script_decided: ({ approved }) =>
    approved === 1 ? msg`Your script was approved` : msg`Your script was sent back`,
};

/** What a notice says; a kind this desk has no words for yet says its name. */
export const sentenceOf = ({ kind, params }: notices.NoticeShape, i18n: I18n): string => {
  const words = sentences[kind]?.(params);
  return words ? i18n._(words) : kind;
};

const amountOf = ({ amountMinor, currency }: Params): string =>
  Number(amountMinor ?? 0) > 0 ? money(Number(amountMinor), String(currency)) : '';

/**
 * What stands beside it: the title of an announcement, the name of a webhook, stars and goods of a review, the money of
 * a request; nothing personal comes with a notice.
 */
export function besideOf({ kind, params }: notices.NoticeShape): string {
  const { rating, product, title, name, number } = params;
  if (kind === 'review_bad') return `${'★'.repeat(Number(rating ?? 0))} ${String(product ?? '')}`;
  if (kind.startsWith('approval_')) return amountOf(params);
  return String(title ?? name ?? number ?? '');
}
