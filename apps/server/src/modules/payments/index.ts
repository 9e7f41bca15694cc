import { payments as contract } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { defineBareJob, type JobType } from '../../kernel/jobs.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { routeBare } from '../../kernel/route.ts';
import { receiveWith } from './callback.ts';
import { findPaymentFaults } from './check.store.ts';
import * as events from './events.ts';
import { up } from './migrations/0001-payments.ts';
import { tendPaymentPlan, tendRefundPlan } from './plans.ts';
import { type Hands, tendPayment, tendRefund } from './tend.ts';

export { type Address, hearCallback } from './callback.ts';
export * from './events.ts';
export { adoptIntents, type Intent, readIntent } from './intent.store.ts';
export { openIntent, requestRefunds, type WantedPayment, type WantedRefund } from './intent.ts';
export { numberOf } from './number.rules.ts';
export type * from './ports.ts';
export { readRefundByKey } from './refund.store.ts';
export { type Hands, notifyUrlOf, tendPayment, tendRefund } from './tend.ts';

export const paymentsMigrations = [{ id: '0001-payments', up }];

const jobsWith = (hands: Hands): readonly JobType[] => [
  defineBareJob(
    tendRefundPlan.name,
    tendRefundPlan.payload,
    (actor: SystemActor, db: Db, { refundId }) => tendRefund(db, hands, actor.team, refundId),
  ) as JobType,
  defineBareJob(
    tendPaymentPlan.name,
    tendPaymentPlan.payload,
    (actor: SystemActor, db: Db, { intentId }) => tendPayment(db, hands, actor.team, intentId),
  ) as JobType,
];

/** Money at gateways: told once, asked after, heard of by callback. */
export const createPayments = (hands: Hands): Module =>
  defineModule({
    name: 'payments',
    migrations: paymentsMigrations,
    routes: [routeBare(contract.receivePaymentCallback, 'open', receiveWith(hands))],
    events: Object.values(events),
    jobs: jobsWith(hands),
    checks: [{ name: 'payments.refunds', ask: findPaymentFaults }],
  });
