import type { ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { sentenceOf } from '../lib/refusals.ts';
import { Icon } from './Icon.tsx';
import styles from './Refusal.module.css';

interface Props {
  readonly refusal: ProblemError | null | undefined;
  /** The way that remains, e.g. a button. */
  readonly children?: ReactNode;
  readonly onClose?: () => void;
}

/** The server's sentence, where the click was. Renders nothing when there is none. */
export function Refusal({ refusal, children, onClose }: Props) {
  const { t, i18n } = useLingui();
  if (!refusal) return null;
  return (
    <div className={styles.refusal} role="alert" data-code={refusal.code}>
      <Icon name="alert" size={16} />
      <span className={styles.words}>{sentenceOf(refusal, i18n)}</span>
      {children}
      {onClose && (
        <button type="button" className={styles.close} onClick={onClose} aria-label={t`Close`}>
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}
