import { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { ProductCard } from '../../features/catalog/ProductCard.tsx';
import { ProductKnowledge } from '../../features/knowledge/ProductKnowledge.tsx';
import { ReviewsOf } from '../../features/reviews/ReviewsOf.tsx';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** One product with variants and what may be said of it. */
export function OpenProduct({ productId }: { productId: string }) {
  const { t } = useLingui();
  const product = useReply(catalog.getProduct, { productId });
  const mayKnow = useMay('knowledge.read');
  const mayReviews = useMay('reviews.read');
  if (product.error?.code === 'product.not_found')
    return <Empty>{t`There is no such product, or it is not yours to see.`}</Empty>;
  if (!product.data)
    return product.error ? <Refusal refusal={product.error} /> : <Lines count={8} />;
  const { shopId, externalId } = product.data;
  return (
    <>
      <ProductCard
        product={product.data}
        knowledge={mayKnow && <ProductKnowledge shopId={shopId} productExternalId={externalId} />}
      />
      {mayReviews && <ReviewsOf of={{ productId }} />}
    </>
  );
}
