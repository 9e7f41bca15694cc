import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';
import styles from './OrderMarks.module.css';
import { toneOfStatus } from './orders.rules.ts';
import { flagWords, statusWords } from './orders.words.ts';

/** Where an order stands; the source's own word on hover. */
export function OrderStatusWord({
  status,
  sourceStatus,
}: {
  status: orders.OrderStatusWord;
  sourceStatus?: string;
}) {
  const { i18n } = useLingui();
  return (
    <Word tone={toneOfStatus(status)} title={sourceStatus || undefined}>
      {i18n._(statusWords[status])}
    </Word>
  );
}

/** The flag of a remark, in its colour and by its name; nothing where there is none. */
export function RemarkFlagMark({
  flag,
  size = 14,
}: {
  flag: orders.RemarkFlagWord;
  size?: number;
}) {
  const { t, i18n } = useLingui();
  if (flag === 'none') return null;
  const name = t`Flag: ${i18n._(flagWords[flag])}`;
  return (
    <span className={styles.flag} data-flag={flag} role="img" aria-label={name} title={name}>
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5.500 21.500V3h13l-3 5.500 3 5.500H7.500v7.500z" fill="currentColor" />
      </svg>
    </span>
  );
}
