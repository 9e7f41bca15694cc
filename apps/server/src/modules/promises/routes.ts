import { promises } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { extendPromise } from './extend.ts';
import { getPromise, getPromiseRates, listPromises } from './list.ts';
import { getPromiseProposal, makePromise } from './make.ts';
import { cancelPromise, keepPromise, reopenPromise } from './settle.ts';

export const routes = [
  route(promises.getPromiseProposal, 'promises.make', getPromiseProposal),
  route(promises.makePromise, 'promises.make', makePromise),
  route(promises.listPromises, 'promises.read', listPromises),
  route(promises.getPromise, 'promises.read', getPromise),
  route(promises.keepPromise, 'promises.close', keepPromise),
  route(promises.extendPromise, 'promises.close', extendPromise),
  route(promises.cancelPromise, 'promises.close', cancelPromise),
  route(promises.reopenPromise, 'promises.close', reopenPromise),
  route(promises.getPromiseRates, 'promises.read', getPromiseRates),
];
