import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { paymentWords } from '../orders/orders.words.ts';
import styles from './aftersales.module.css';
import { inspectionWords } from './aftersales.words.ts';

/** Where money goes, who pays postage, parcels both ways, what the inspection found. */
export function CaseFacts({ one }: { one: aftersales.CaseSheetShape }) {
  const { t, i18n } = useLingui();
  const kind = one.payee.methodKind ?? 'other';
  const payee =
    one.payee.to === 'original'
      ? t`Back to what paid`
      : `${i18n._(paymentWords[kind])} ${one.payee.label}`;
  const parcel = (of: aftersales.CaseShape['parcelIn']) => of && `${of.carrier} ${of.number}`;
  const facts: readonly (readonly [string, string | null])[] = [
    [t`Money`, one.amountMinor === null && one.differenceMinor === null ? null : payee],
    [t`Left to refund`, money(one.refundableMinor, one.currency)],
    [t`Return postage`, one.postageBy === 'shop' ? t`The shop pays` : t`The buyer pays`],
    [t`Sent back with`, parcel(one.parcelIn)],
    [
      t`Inspection`,
      one.inspection &&
        [i18n._(inspectionWords[one.inspection.result]), one.inspection.note]
          .filter(Boolean)
          .join(' · '),
    ],
    [t`Sent out with`, parcel(one.parcelOut)],
    [t`Answer to the buyer`, one.decision || null],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
