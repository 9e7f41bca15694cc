import { aftersales, reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { ActForm } from '../orders/acts/ActForm.tsx';
import type { FormProps } from '../orders/acts/act.types.ts';
import acts from '../orders/acts/acts.module.css';

/** The shop's cash-back for a review; the review itself is the proof, a link to it where it stands elsewhere. */
export default function CashbackForm(props: FormProps) {
  const { t } = useLingui();
  const [proof, setProof] = useState('');
  const may = useMay('reviews.read');
  const written = useReply(
    reviews.listReviews,
    { orderId: props.order.id, limit: 1 },
    { when: may },
  );
  const review = written.data?.items.find(({ hidden }) => !hidden);
  return (
    <ActForm
      {...props}
      endpoint={aftersales.payReviewCashback}
      title={t`Cash-back for a review`}
      act={t`Pay the cash-back`}
      fields={proof.trim() ? { proofUrl: proof.trim() } : undefined}
      tell={() => ({ words: t`The cash-back went to the buyer.` })}
    >
      {review && (
        <p
          className={acts.none}
        >{t`Proved by the buyer's review: ${'★'.repeat(review.rating)} ${review.words}`}</p>
      )}
      <input
        className={acts.note}
        aria-label={t`Link to the review`}
        placeholder={t`Link to the review`}
        value={proof}
        maxLength={2000}
        onChange={(event) => setProof(event.target.value)}
      />
    </ActForm>
  );
}
