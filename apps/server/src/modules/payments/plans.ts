import { Id, Type } from '@guitai/contract';
import { defineJob } from '../../kernel/jobs.ts';

const planned = async () => undefined;

/** Names of what is carried out later; the module's factory gives them hands. */
export const tendRefundPlan = defineJob(
  'payments.tendRefund',
  Type.Object({ refundId: Id }),
  planned,
);
export const tendPaymentPlan = defineJob(
  'payments.tendPayment',
  Type.Object({ intentId: Id }),
  planned,
);
