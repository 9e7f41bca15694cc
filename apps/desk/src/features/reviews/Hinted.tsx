import type { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { Word } from '../../ui/Word.tsx';
import { toneLooks, toneWords } from './review.words.ts';
import styles from './reviews.module.css';

interface Props {
  readonly words: string;
  readonly hint: reviews.ReviewHintShape;
}

/** The words as they were written, with those marked that made the hint. */
export function HintedWords({ words, hint }: Props) {
  const { t } = useLingui();
  if (words === '') return <p className={styles.none}>{t`No words, only stars.`}</p>;
  let at = 0;
  const pieces = hint.hits.map((hit) => {
    const before = words.slice(at, hit.start);
    at = hit.end;
    const by = hit.by.join(' · ');
    const weight = hit.weight > 0 ? `+${hit.weight}` : String(hit.weight);
    return (
      <Fragment key={hit.start}>
        {before}
        <mark
          data-good={hit.weight > 0 || undefined}
          title={by ? t`${weight}, with ${by}` : weight}
        >
          {words.slice(hit.start, hit.end)}
        </mark>
      </Fragment>
    );
  });
  return (
    <p className={styles.words}>
      {pieces}
      {words.slice(at)}
    </p>
  );
}

/** What the words sound like, and whether the stars say the opposite. Counted from a list of words, no more than a hint. */
export function HintWord({ hint }: { hint: reviews.ReviewHintShape }) {
  const { t, i18n } = useLingui();
  const { tone, score, conflict, hits } = hint;
  return (
    <>
      {tone !== 'neutral' && (
        <Word
          tone={toneLooks[tone]}
          title={t`A hint counted from ${hits.length} words: ${score} of ±100`}
        >
          {i18n._(toneWords[tone])}
        </Word>
      )}
      {conflict && (
        <Word tone="soon">{t({ message: 'stars and words differ', context: 'review' })}</Word>
      )}
    </>
  );
}
