import { asked } from './asked.metric.ts';
import { buyerMessages } from './buyer-messages.metric.ts';
import { buyers } from './buyers.metric.ts';
import { concessions } from './concessions.metric.ts';
import { conversations } from './conversations.metric.ts';
import { firstResponse } from './first-response.metric.ts';
import { handling } from './handling.metric.ts';
import { messages } from './messages.metric.ts';
import type { Metric } from './metric.ts';
import { orderRate } from './order-rate.metric.ts';
import { orderValue } from './order-value.metric.ts';
import { ownResponse } from './own-response.metric.ts';
import { payRate } from './pay-rate.metric.ts';
import { profileRate } from './profile-rate.metric.ts';
import { refunds } from './refunds.metric.ts';
import { reopenRate } from './reopen-rate.metric.ts';
import { resolution } from './resolution.metric.ts';
import { resolved } from './resolved.metric.ts';
import { response } from './response.metric.ts';
import { reversed } from './reversed.metric.ts';
import { sales } from './sales.metric.ts';
import { sessions } from './sessions.metric.ts';
import { strict3min } from './strict-3min.metric.ts';
import { unanswered } from './unanswered.metric.ts';
import { waiting } from './waiting.metric.ts';
import { within3min } from './within-3min.metric.ts';
import { within30s } from './within-30s.metric.ts';

export type { Metric };

/** Every metric there is, in the order in which screens show them. */
export const metrics: readonly Metric[] = [
  firstResponse,
  response,
  ownResponse,
  within30s,
  within3min,
  strict3min,
  profileRate,
  waiting,
  handling,
  resolution,
  reopenRate,
  resolved,
  conversations,
  sessions,
  buyers,
  messages,
  buyerMessages,
  unanswered,
  asked,
  orderRate,
  payRate,
  sales,
  orderValue,
  reversed,
  refunds,
  concessions,
];

const byId = new Map(metrics.map((metric) => [metric.id, metric]));

/** The metric of that id. */
export const metricOf = (id: string): Metric | undefined => byId.get(id);
