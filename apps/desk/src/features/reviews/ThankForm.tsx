import { reviews, scripts } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { refreshReviews } from './refresh-reviews.ts';
import styles from './reviews.module.css';
import { WordsForm } from './WordsForm.tsx';

interface Props {
  readonly review: reviews.ReviewShape;
  readonly onClose: () => void;
}

/** Thanks into the buyer's chat: with one click in the ready words, or in own words or those of a script. */
export function ThankForm({ review, onClose }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState<string>();
  const act = useAct(reviews.thankForReview, refreshReviews);
  const send = async (own: string | undefined, sure: boolean) => {
    const input = {
      reviewId: review.id,
      ...(own ? { text: own } : {}),
      ...(sure ? { sure } : {}),
    };
    if (await act.run(input)) onClose();
  };
  if (text === undefined)
    return (
      <div className={styles.acts}>
        <Button small look="main" busy={act.busy} onClick={() => void send(undefined, false)}>
          {t`Send the ready thanks`}
        </Button>
        <Button small onClick={() => setText('')}>{t`Own words or a script …`}</Button>
        <Button small look="plain" onClick={onClose}>{t`Cancel`}</Button>
        <Refusal refusal={act.refusal} onClose={act.reset} />
      </div>
    );
  return (
    <WordsForm
      label={t`Thanks to the buyer`}
      hint={t`Goes into the chat, once for a review.`}
      text={text}
      onText={setText}
      act={t({ message: 'Send', context: 'review' })}
      busy={act.busy}
      refusal={act.refusal}
      onSend={(sure) => void send(text.trim(), sure)}
      onClose={onClose}
    >
      <FromScript review={review} onWords={setText} />
    </WordsForm>
  );
}

/** Words of a script, filled for this buyer and order. */
function FromScript({
  review,
  onWords,
}: {
  review: reviews.ReviewShape;
  onWords: (text: string) => void;
}) {
  const { t } = useLingui();
  const may = useMay('scripts.read');
  const index = useReply(scripts.getScriptIndex, {}, { when: may });
  const { conversationId, orderId } = review;
  if (!may || !conversationId) return null;
  const fill = async (scriptId: string) => {
    const wanted = { conversationId, scriptId, ...(orderId ? { orderId } : {}) };
    const filled = await api.attempt(scripts.fillScript, wanted);
    if (filled.ok) onWords(filled.value.parts.find(({ kind }) => kind === 'text')?.text ?? '');
  };
  const options = (index.data?.items ?? [])
    .filter(({ shopId }) => shopId === null || shopId === review.shopId)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t`Take the words of a script`}
      placeholder={t`Take the words of a script`}
      options={options}
      onChange={(scriptId) => void fill(scriptId)}
    />
  );
}
