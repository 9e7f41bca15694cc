import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { When } from '../../ui/When.tsx';
import { ActState } from './ActState.tsx';
import { actTitle, detailOf } from './act.detail.ts';
import { partsOf } from './acts/act.rules.ts';
import { reasonWord } from './acts/reason.words.ts';
import styles from './OrderCard.module.css';
import { methodName } from './orders.rules.ts';
import { paymentWords } from './orders.words.ts';

/** One act: what, how much, to whom; who did it and why; and what becomes of it. */
export function ActLine({ act }: { act: orders.OrderActShape }) {
  const { t, i18n } = useLingui();
  const detail = detailOf(act);
  const why = [act.reason && reasonWord(act.reason, i18n), noteOf(act.params)].filter(Boolean);
  const by = act.byKind === 'buyer' ? t`Buyer` : act.byName || t`Guitai`;
  return (
    <li className={styles.act} data-state={act.state}>
      <div>
        <span className={styles.actHead}>
          {actTitle(act, i18n)}
          {act.amountMinor !== null && act.amountMinor !== 0 && (
            <b>{money(Math.abs(act.amountMinor), act.currency)}</b>
          )}
          <ActState state={act.state} amountMinor={act.amountMinor} />
        </span>
        {detail && <small>{detail}</small>}
        {partsOf(act).map((part) => (
          <small key={`${part.methodKind} ${part.label} ${part.charged}`}>
            {part.charged ? '+' : '→'}{' '}
            {methodName(
              i18n._(paymentWords[part.methodKind] ?? paymentWords.other),
              part.label,
              part.methodKind,
            )}{' '}
            {money(part.amountMinor, act.currency)}
          </small>
        ))}
        <small>
          {by}
          {act.approvalId && ` · ${t`with approval`}`}
          {why.length > 0 && ` · ${why.join(' · ')}`}
        </small>
        {act.failure && <small className={styles.failure}>{act.failure}</small>}
      </div>
      <When at={act.at} form="dateTime" />
    </li>
  );
}

const noteOf = (params: Readonly<Record<string, unknown>>): string =>
  typeof params.note === 'string' ? params.note : '';
