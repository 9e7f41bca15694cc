import type { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ago, wholeInstant } from '../../lib/format.ts';
import { useSelf } from '../../lib/session.tsx';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Picture } from '../../ui/Picture.tsx';
import styles from './ProductCard.module.css';
import { PriceText, ProductStatusWord, StockWord } from './ProductMarks.tsx';
import { VariantTable } from './VariantTable.tsx';

interface Props {
  readonly product: catalog.ProductShape;
  /** What staff may say about it; the screen puts it in. */
  readonly knowledge?: ReactNode;
}

/** Everything about a product that helps to answer a buyer. */
export function ProductCard({ product, knowledge }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const shop = shops.find(({ id }) => id === product.shopId);
  return (
    <article className={styles.card} aria-label={product.title}>
      <header className={styles.head}>
        <Picture url={product.pictureUrl} size={96} alt={product.title} />
        <div>
          <h3>{product.title}</h3>
          <p className={styles.price}>
            <PriceText product={product} />
            <ProductStatusWord status={product.status} />
            <StockWord stock={product.stock} available={product.available} />
          </p>
          <p className={styles.small}>
            {shop && <span>{shop.name}</span>}
            <span>
              <bdi>{product.externalId}</bdi>
              <CopyIcon text={product.externalId} name={t`Copy the product's id`} />
            </span>
            {product.mirroredAt && (
              <span title={wholeInstant(product.mirroredAt)}>
                {t`Data from ${ago(product.mirroredAt)}`}
              </span>
            )}
            {product.url && (
              <a href={product.url} target="_blank" rel="noreferrer noopener">
                {t`In the shop`}
              </a>
            )}
          </p>
          {product.aliases.length > 0 && (
            <p className={styles.small}>{t`Buyers also say: ${product.aliases.join('、')}`}</p>
          )}
        </div>
      </header>
      {product.pictures.length > 1 && (
        <ul className={styles.pictures} aria-label={t`Pictures`}>
          {product.pictures.map((url) => (
            <li key={url}>
              <Picture url={url} size={64} />
            </li>
          ))}
        </ul>
      )}
      <VariantTable product={product} />
      {product.description && (
        <section className={styles.part}>
          <h4>{t`Description`}</h4>
          <p className={styles.text}>{product.description}</p>
        </section>
      )}
      {knowledge}
      <Facts title={t`More from the source`} facts={product.attributes} />
    </article>
  );
}
