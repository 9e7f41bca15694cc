import { catalog } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { getProduct, searchProducts } from './product.ts';

export const routes = [
  route(catalog.searchProducts, 'catalog.read', searchProducts),
  route(catalog.getProduct, 'catalog.read', getProduct),
];
