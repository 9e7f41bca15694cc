import type { reviews } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../ui/Word.tsx';

/** What the words sound like. */
export const toneWords: Readonly<Record<reviews.ReviewToneWord, MessageDescriptor>> = {
  positive: msg({ message: 'sounds pleased', context: 'review' }),
  neutral: msg({ message: 'sounds neutral', context: 'review' }),
  mixed: msg({ message: 'sounds mixed', context: 'review' }),
  negative: msg({ message: 'sounds displeased', context: 'review' }),
};

export const toneLooks: Readonly<Record<reviews.ReviewToneWord, Tone>> = {
  positive: 'good',
  neutral: 'quiet',
  mixed: 'soon',
  negative: 'late',
};

/** Why a review should not stand as it is. */
export const flagWords: Readonly<Record<reviews.ReviewFlagReasonWord, MessageDescriptor>> = {
  spam: msg({ message: 'Spam or advertising', context: 'review' }),
  abuse: msg({ message: 'Abuse', context: 'review' }),
  personal_data: msg({ message: 'Personal data', context: 'review' }),
  wrong_product: msg({ message: 'Another product', context: 'review' }),
};

export const tabWords: Readonly<Record<reviews.ReviewTabWord, MessageDescriptor>> = {
  all: msg({ message: 'All', context: 'reviews' }),
  unanswered: msg({ message: 'Unanswered', context: 'reviews' }),
  bad: msg({ message: 'Bad, unanswered', context: 'reviews' }),
  flagged: msg({ message: 'Flagged', context: 'reviews' }),
  hidden: msg({ message: 'Hidden', context: 'reviews' }),
};
