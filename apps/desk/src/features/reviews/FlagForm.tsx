import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { refreshReviews } from './refresh-reviews.ts';
import { flagWords } from './review.words.ts';
import styles from './reviews.module.css';

/** Says why a review should not stand as it is; that it is bad is no reason. */
export function FlagForm({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useState<reviews.ReviewFlagReasonWord>('spam');
  const [note, setNote] = useState('');
  const act = useAct(reviews.flagReview, refreshReviews);
  const send = async () => {
    const said = note.trim() ? { note: note.trim() } : {};
    if (await act.run({ reviewId, reason, ...said })) onClose();
  };
  const reasons = Object.entries(flagWords) as [
    reviews.ReviewFlagReasonWord,
    (typeof flagWords)['spam'],
  ][];
  return (
    <div className={styles.acts}>
      <Select
        size="small"
        aria-label={t`Why it is flagged`}
        popupMatchSelectWidth={false}
        value={reason}
        onChange={setReason}
        options={reasons.map(([value, word]) => ({ value, label: i18n._(word) }))}
      />
      <Input
        size="small"
        maxLength={500}
        aria-label={t`Note for the team`}
        placeholder={t`Note for the team`}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={() => void send()}
      />
      <Button small look="main" busy={act.busy} onClick={() => void send()}>
        {t({ message: 'Flag', context: 'review' })}
      </Button>
      <Button small look="plain" onClick={onClose}>{t`Cancel`}</Button>
      <Refusal refusal={act.refusal} onClose={act.reset} />
    </div>
  );
}
