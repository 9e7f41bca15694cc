import type { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { CopyIcon } from '../../ui/Copy.tsx';
import styles from './ProductCard.module.css';
import { StockWord } from './ProductMarks.tsx';

/** Every form of a product that can be bought, with its options, number, price and stock. */
export function VariantTable({ product }: { product: catalog.ProductShape }) {
  const { t } = useLingui();
  const names = [...new Set(product.variants.flatMap(({ options }) => Object.keys(options)))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <section className={styles.variants} aria-label={t`Variants`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t`SKU`}</th>
            <th scope="col" className={styles.figure}>{t`Price`}</th>
            <th scope="col" className={styles.figure}>{t`Stock`}</th>
          </tr>
        </thead>
        <tbody>
          {product.variants.map((variant) => (
            <tr key={variant.id} data-off={!variant.available || undefined}>
              {names.map((name) => (
                <td key={name}>{variant.options[name] ?? '–'}</td>
              ))}
              <td className={styles.sku}>
                {variant.sku || variant.externalId}
                {variant.sku && <CopyIcon text={variant.sku} name={t`Copy the SKU`} />}
              </td>
              <td className={styles.figure}>{money(variant.priceMinor, product.currency)}</td>
              <td className={styles.figure}>
                <StockWord stock={variant.stock} available={variant.available} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
