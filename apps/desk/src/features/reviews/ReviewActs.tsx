import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { FlagForm } from './FlagForm.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { refreshReviews } from './refresh-reviews.ts';
import styles from './reviews.module.css';
import { ThankForm } from './ThankForm.tsx';

/** What this reader may do about a review, where it stands. */
export function ReviewActs({ review }: { review: reviews.ReviewShape }) {
  const { t } = useLingui();
  const [form, setForm] = useState<'reply' | 'thank' | 'flag'>();
  const { id: reviewId, can, reply } = review;
  const withdraw = useAct(reviews.withdrawReviewReply, refreshReviews);
  const unflag = useAct(reviews.unflagReview, refreshReviews);
  const hide = useAct(reviews.hideReview, refreshReviews);
  const show = useAct(reviews.showReview, refreshReviews);
  if (can.length === 0) return null;
  const close = () => setForm(undefined);
  if (form === 'reply') return <ReplyForm review={review} onClose={close} />;
  if (form === 'thank') return <ThankForm review={review} onClose={close} />;
  if (form === 'flag') return <FlagForm reviewId={reviewId} onClose={close} />;
  const plain = [
    ['withdrawReviewReply', withdraw, t({ message: 'Take the reply back', context: 'review' })],
    ['unflagReview', unflag, t({ message: 'Take the flag back', context: 'review' })],
    ['hideReview', hide, t({ message: 'Hide from the shop', context: 'review' })],
    ['showReview', show, t({ message: 'Show again', context: 'review' })],
  ] as const;
  return (
    <div className={styles.acts}>
      {can.includes('replyToReview') && (
        <Button small look={reply ? 'line' : 'main'} onClick={() => setForm('reply')}>
          {reply ? t`Change the reply` : t({ message: 'Reply', context: 'review' })}
        </Button>
      )}
      {can.includes('thankForReview') && (
        <Button small onClick={() => setForm('thank')}>
          {t({ message: 'Thank in the chat', context: 'review' })}
        </Button>
      )}
      {can.includes('flagReview') && (
        <Button small look="plain" onClick={() => setForm('flag')}>
          {t({ message: 'Flag …', context: 'review' })}
        </Button>
      )}
      {plain.map(
        ([act, { run, busy }, words]) =>
          can.includes(act) && (
            <Button key={act} small look="plain" busy={busy} onClick={() => void run({ reviewId })}>
              {words}
            </Button>
          ),
      )}
      <Refusal
        refusal={withdraw.refusal ?? unflag.refusal ?? hide.refusal ?? show.refusal}
        onClose={() => {
          for (const one of [withdraw, unflag, hide, show]) one.reset();
        }}
      />
    </div>
  );
}
