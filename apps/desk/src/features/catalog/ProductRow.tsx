import type { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { PriceText, ProductStatusWord, StockWord } from './ProductMarks.tsx';
import styles from './ProductRow.module.css';

/** Height of a row in pixels. */
export const productRowHeight = 68;

/** A product in a list: picture, title, SKU, price, stock. */
export function ProductRow({ product }: { product: catalog.ProductSummaryShape }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const shop = shops.length > 1 ? shops.find(({ id }) => id === product.shopId) : undefined;
  return (
    <div className={styles.row}>
      <Picture url={product.pictureUrl} size={48} />
      <div className={styles.what}>
        <span className={styles.title} title={product.title}>
          {product.title}
        </span>
        <small>
          {[
            product.sku || product.externalId,
            product.variantCount > 1 && t`${product.variantCount} variants`,
            shop?.name,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <div className={styles.price}>
        <span>
          <PriceText product={product} />
        </span>
        <span className={styles.words}>
          <ProductStatusWord status={product.status} />
          <StockWord stock={product.stock} available={product.available} />
        </span>
      </div>
    </div>
  );
}
