import type { workbench } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { money } from '../../lib/format.ts';
import { Face } from '../../ui/Face.tsx';
import { When } from '../../ui/When.tsx';
import { ApprovalActs } from './ApprovalActs.tsx';
import styles from './ApprovalCard.module.css';
import { ApprovalFacts } from './ApprovalFacts.tsx';
import { ApprovalOutcome } from './ApprovalOutcome.tsx';
import { ApprovalWhy } from './ApprovalWhy.tsx';
import { limitWords } from './authority.words.ts';

interface Props {
  readonly of: workbench.ApprovalCaseShape;
  /** The order as a line, made by the screen. */
  readonly order: ReactNode;
  /** The one the keys act on. */
  readonly current: boolean;
  /** The reason of a refusal is being written. */
  readonly refusing: boolean;
  readonly onRefusing: (open: boolean) => void;
  readonly onPick: () => void;
}

/** A request: who wants what, how much, why alone it cannot be; what one looks at; and the decision. */
export function ApprovalCard({ of, order, current, refusing, onRefusing, onPick }: Props) {
  const { t, i18n } = useLingui();
  const { approval } = of;
  const { requester, amountMinor, currency } = approval;
  return (
    <article
      className={styles.card}
      id={approval.id}
      data-current={current || undefined}
      data-state={approval.state}
      onFocus={onPick}
      onPointerDown={onPick}
      aria-label={t`Request of ${requester.name}`}
    >
      <header className={styles.head}>
        <Face name={requester.name} size={32} />
        <div className={styles.who}>
          <b>{requester.name}</b>
          <small>
            {i18n._(limitWords[approval.action])} · <When at={approval.askedAt} form="ago" />
          </small>
        </div>
        <strong className={styles.amount}>{money(amountMinor, currency)}</strong>
      </header>
      {approval.note && <q className={styles.note}>{approval.note}</q>}
      <ApprovalWhy approval={approval} />
      {order && <div className={styles.order}>{order}</div>}
      <ApprovalFacts of={of} />
      {approval.state === 'asked' ? (
        <ApprovalActs
          approval={approval}
          keys={current}
          refusing={refusing}
          onRefusing={onRefusing}
        />
      ) : (
        <ApprovalOutcome approval={approval} />
      )}
    </article>
  );
}
