import { defineModule, type Module } from '../../kernel/module.ts';
import { up } from './migrations/0001-sample.ts';
import { routesWith } from './routes.ts';

export { loadSample } from './load.ts';
export { createPictures } from './pictures/picture.ts';
export { removeSample } from './remove.ts';
export { type SampleShopRow, sampleShopOf } from './sample.store.ts';
export { type ShelfWords, shelfWords } from './shelf-words.ts';
export { type SampleShopper, shoppersOf, voucherOf } from './shoppers.ts';

export const sampleMigrations = [{ id: '0001-sample', up }];

/** An invented shop to try the product with, gone by one click. */
export const createSample = (needs: { readonly secretKey: string }): Module =>
  defineModule({
    name: 'sample',
    migrations: sampleMigrations,
    routes: routesWith(needs.secretKey),
  });
