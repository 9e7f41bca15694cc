import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { refreshReviews } from './refresh-reviews.ts';
import { WordsForm } from './WordsForm.tsx';

/** The shop's answer under the review, for everybody to read. */
export function ReplyForm({
  review,
  onClose,
}: {
  review: reviews.ReviewShape;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(review.reply?.text ?? '');
  const act = useAct(reviews.replyToReview, refreshReviews);
  const send = async (sure: boolean) => {
    const input = { reviewId: review.id, text: text.trim(), ...(sure ? { sure } : {}) };
    if (await act.run(input)) onClose();
  };
  return (
    <WordsForm
      label={t`Public reply`}
      hint={
        review.source === 'own'
          ? t`Stands under the review in the shop. Settles its task.`
          : t`Stays here: this review came from another platform, and no answer is carried there. Give it there as well. Settles its task.`
      }
      text={text}
      onText={setText}
      act={t({ message: 'Reply in public', context: 'review' })}
      busy={act.busy}
      refusal={act.refusal}
      onSend={(sure) => void send(sure)}
      onClose={onClose}
    />
  );
}
