import { sample } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { loadSampleShopWith } from './load.ts';
import { removeSampleShop } from './remove.ts';
import { getSampleShop } from './sample.ts';

export const routesWith = (serverSecret: string) => [
  route(sample.getSampleShop, 'sample.manage', getSampleShop),
  route(sample.loadSampleShop, 'sample.manage', loadSampleShopWith(serverSecret), {
    audited: true,
  }),
  route(sample.removeSampleShop, 'sample.manage', removeSampleShop, { audited: true }),
];
