import { promises } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { promiseEvents } = promises;
const read = { permission: 'promises.read' };

export const promiseMade = defineEvent('promise.made', promiseEvents['promise.made'], read);
export const promiseChanged = defineEvent(
  'promise.changed',
  promiseEvents['promise.changed'],
  read,
);
export const promiseNear = defineEvent('promise.near', promiseEvents['promise.near'], read);
export const promiseKept = defineEvent('promise.kept', promiseEvents['promise.kept'], read);
export const promiseBroken = defineEvent('promise.broken', promiseEvents['promise.broken'], read);
export const promiseCancelled = defineEvent(
  'promise.cancelled',
  promiseEvents['promise.cancelled'],
  read,
);
