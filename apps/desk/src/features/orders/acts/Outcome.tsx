import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../../lib/format.ts';
import { methodName } from '../orders.rules.ts';
import { paymentWords } from '../orders.words.ts';
import { changesOf, type Part, partsOf } from './act.rules.ts';
import type { Acted } from './act.types.ts';
import styles from './acts.module.css';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly acted: Acted | undefined;
  /** An answer to what stood in the form a moment ago. */
  readonly stale: boolean;
}

/** What will happen, before the click: the figures that change, and the money that moves to whom and when. */
export function Outcome({ order, acted, stale }: Props) {
  const { t } = useLingui();
  if (!acted) return null;
  const names = {
    discount: t`Discount`,
    postage: t`Postage`,
    total: t({ message: 'Total', context: 'order' }),
    due: t`To pay`,
  };
  const show = (minor: number) => money(minor, order.currency);
  const changes = acted.act ? changesOf(order.totals, acted.act) : [];
  const parts = acted.act ? partsOf(acted.act) : [];
  if (changes.length + parts.length === 0) return null;
  return (
    <div className={styles.outcome} data-stale={stale || undefined} aria-live="polite">
      {changes.map(({ what, from, to }) => (
        <p key={what} data-what={what}>
          <span>{names[what]}</span>
          <span>
            <s>{show(from)}</s> <b>{show(to)}</b>
          </span>
        </p>
      ))}
      {parts.map((part) => (
        <PartLine
          key={`${part.methodKind} ${part.label} ${part.charged}`}
          part={part}
          order={order}
        />
      ))}
    </div>
  );
}

function PartLine({ part, order }: { part: Part; order: orders.OrderCardShape }) {
  const { t, i18n } = useLingui();
  const kind = i18n._(paymentWords[part.methodKind] ?? paymentWords.other);
  const to = methodName(kind, part.label, part.methodKind);
  const later = part.charged ? t`once the buyer has paid it` : t`on its way, 1–3 days`;
  const byBuyer = part.charged && part.state === 'pending';
  return (
    <p data-what="part">
      <span>
        {byBuyer
          ? t`The buyer pays in addition`
          : part.charged
            ? t`Charged to ${to}`
            : t`Back to ${to}`}
        <small>{part.state === 'pending' ? later : t`at once`}</small>
      </span>
      <b>{money(part.amountMinor, order.currency)}</b>
    </p>
  );
}
