import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActForm } from '../orders/acts/ActForm.tsx';
import type { FormProps } from '../orders/acts/act.types.ts';
import acts from '../orders/acts/acts.module.css';

/** The shop's cash-back for a review; the proof is a link to it. */
export default function CashbackForm(props: FormProps) {
  const { t } = useLingui();
  const [proof, setProof] = useState('');
  return (
    <ActForm
      {...props}
      endpoint={aftersales.payReviewCashback}
      title={t`Cash-back for a review`}
      act={t`Pay the cash-back`}
      fields={proof.trim() ? { proofUrl: proof.trim() } : undefined}
      tell={() => ({ words: t`The cash-back went to the buyer.` })}
    >
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
