import type { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { money } from '../../lib/format.ts';
import { detailOf } from './act.detail.ts';
import { partsOf } from './acts/act.rules.ts';
import styles from './OrderCard.module.css';
import { paymentWords } from './orders.words.ts';

type ActCard = Extract<conversations.Card, { type: 'act' }>;

/** What an act changed, on its card in the chat, in the words of whoever reads it here; above it what another module has to tell of it. */
export function ActCardBody({ card, children }: { card: ActCard; children?: ReactNode }) {
  const { t, i18n } = useLingui();
  const { amountMinor, currency } = card;
  const detail = detailOf(card);
  const parts = partsOf(card);
  if (!detail && !amountMinor && !card.params.caseId) return null;
  return (
    <div className={styles.actCard}>
      {children}
      {detail && <p>{detail}</p>}
      {amountMinor !== null && amountMinor !== 0 && (
        <p className={styles.actMoney}>
          <span>
            {card.kind === 'paid'
              ? t({ message: 'Paid', context: 'act' })
              : amountMinor > 0
                ? t`To the buyer`
                : t`The buyer pays in addition`}
          </span>
          <b>{money(Math.abs(amountMinor), currency)}</b>
        </p>
      )}
      {parts.length > 0 && amountMinor !== null && amountMinor > 0 && (
        <small>
          {parts
            .map(({ methodKind, amountMinor: part }) => {
              const kind = i18n._(paymentWords[methodKind] ?? paymentWords.other);
              return parts.length > 1 ? `${kind} ${money(part, currency)}` : kind;
            })
            .join(' · ')}
        </small>
      )}
    </div>
  );
}
