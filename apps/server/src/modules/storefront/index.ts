import { defineModule, type Module } from '../../kernel/module.ts';
import { routesWith } from './routes.ts';

/** The buyer's side of a built-in shop: shelf, order, sandbox payment. No tables. */
export const createStorefront = (needs: { readonly secretKey: string }): Module =>
  defineModule({ name: 'storefront', routes: routesWith(needs.secretKey) });
