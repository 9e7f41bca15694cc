import type { Generated } from 'kysely';
import { tables } from '../../kernel/tx.ts';

interface ProductsRow {
  team_id: string;
  id: string;
  shop_id: string;
  external_id: string;
  title: string;
  status: string;
  currency: string;
  version: Generated<number>;
}

interface VariantsRow {
  team_id: string;
  id: string;
  product_id: string;
  shop_id: string;
  external_id: string;
  sku: string;
  price_minor: number;
  stock: number | null;
  available: boolean;
}

interface CatalogTables {
  products: ProductsRow;
  variants: VariantsRow;
}

export const own = tables<CatalogTables>();
