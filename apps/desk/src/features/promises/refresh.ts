import { promises } from '@guitai/contract';
import { refresh } from '../../lib/query.ts';

/** What shows promises is asked for anew. */
export const refreshPromises = () =>
  refresh(promises.listPromises, promises.getPromise, promises.getPromiseRates);
