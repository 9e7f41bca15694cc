import { defineModule, type Module } from '../../kernel/module.ts';
import type { SandboxHands } from './ports.ts';
import { routesWith } from './routes.ts';

/** The buyer's side of a built-in shop: shelf, order, sandbox payment. No tables. */
export const createStorefront = (needs: {
  readonly secretKey: string;
  readonly hands: SandboxHands;
}): Module =>
  defineModule({ name: 'storefront', routes: routesWith(needs.secretKey, needs.hands) });
