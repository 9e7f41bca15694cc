import type { ReactNode } from 'react';
import type { usePictures } from '../../lib/use-pictures.ts';
import styles from './Editor.module.css';
import { type Content, withAdded, withMoved, withPart } from './editor.rules.ts';
import { AddPart, PartEditor } from './PartEditor.tsx';
import type { Spread } from './VariantBar.tsx';

/** How products and kinds of coupons are named and chosen; a screen hands it in. */
export interface Choices {
  readonly product: (productId: string, onChange: (productId: string) => void) => ReactNode;
  readonly chooseProduct: (onChoose: (productId: string) => void) => ReactNode;
  /** The same for kinds of coupons. */
  readonly coupon: (templateId: string, onChange: (templateId: string) => void) => ReactNode;
  readonly chooseCoupon: (onChoose: (templateId: string) => void) => ReactNode;
}

interface Props {
  readonly content: Content;
  readonly at: Spread;
  readonly onChange: (content: Content) => void;
  readonly pictures: ReturnType<typeof usePictures>;
  readonly choices: Choices;
}

/** A script says so many messages at most. */
export const mostParts = 8;

/** The messages of one variant in their order, each to be changed, moved and taken away; more are added below. */
export function PartList({ content, at, onChange, pictures, choices }: Props) {
  const { variant, language } = at;
  const parts = content.variants[variant]?.parts ?? [];
  const { product, chooseProduct, coupon, chooseCoupon } = choices;
  return (
    <div>
      <ol className={styles.parts}>
        {parts.map((part, n) => {
          const put = (next: typeof part | null) => onChange(withPart(content, variant, n, next));
          return (
            <PartEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
              key={n}
              part={part}
              language={language}
              first={n === 0}
              last={n === parts.length - 1}
              onChange={put}
              onMove={(by) => onChange(withMoved(content, variant, n, n + by))}
              onRemove={parts.length > 1 ? () => put(null) : undefined}
              coupon={(id) => coupon(id, (templateId) => put({ kind: 'coupon', templateId }))}
              product={(id) => product(id, (productId) => put({ kind: 'product', productId }))}
            />
          );
        })}
      </ol>
      {parts.length < mostParts && (
        <AddPart
          onAdd={(part) => onChange(withAdded(content, variant, part))}
          pictures={pictures}
          choose={
            <>
              {chooseProduct((productId) =>
                onChange(withAdded(content, variant, { kind: 'product', productId })),
              )}
              {chooseCoupon((templateId) =>
                onChange(withAdded(content, variant, { kind: 'coupon', templateId })),
              )}
            </>
          }
        />
      )}
    </div>
  );
}
