import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { ActForm } from '../orders/acts/ActForm.tsx';
import type { FormProps } from '../orders/acts/act.types.ts';
import acts from '../orders/acts/acts.module.css';
import { Ready } from '../orders/acts/Ready.tsx';

/** What the price fell since the order, line by line, paid back in one click. */
export default function PriceProtectionForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const prices = useReply(
    aftersales.getPriceProtection,
    { orderId: order.id },
    { freshFor: 5_000 },
  );
  const show = (minor: number) => money(minor, order.currency);
  return (
    <Ready reply={prices}>
      {(told) => (
        <ActForm
          {...props}
          endpoint={aftersales.protectPrice}
          title={t`Price protection`}
          act={t`Pay back ${show(told.differenceMinor)}`}
          fields={told.differenceMinor > 0 ? {} : undefined}
          tell={() => ({ words: t`${show(told.differenceMinor)} went to the buyer.` })}
        >
          {told.lines.map((line) => (
            <p key={line.lineNo} className={acts.line}>
              <span className={acts.itemTitle}>{line.title}</span>
              <small>
                {t`paid ${show(line.paidUnitMinor)}, now ${show(line.nowUnitMinor)}`} ×
                {line.quantity}
              </small>
              <b>{show(line.differenceMinor)}</b>
            </p>
          ))}
          {told.differenceMinor === 0 && (
            <p className={acts.none}>{t`The price has not fallen below what was paid.`}</p>
          )}
        </ActForm>
      )}
    </Ready>
  );
}
