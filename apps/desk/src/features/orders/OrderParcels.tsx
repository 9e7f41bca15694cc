import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { dateTime, day } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './OrderCard.module.css';
import { toneOfParcel } from './orders.rules.ts';
import { parcelWords } from './orders.words.ts';

/** The parcels of an order: where each is now, and on demand every step of its way. */
export function OrderParcels({
  order,
  route,
}: {
  order: orders.OrderCardShape;
  /** How far a parcel is, drawn; the screen puts it in. */
  route?: ((parcelId: string) => ReactNode) | undefined;
}) {
  const { t } = useLingui();
  const [whole, setWhole] = useState(false);
  const tracking = useReply(orders.getTracking, { orderId: order.id }, { when: whole });
  const parcels: readonly (orders.ParcelShape & {
    events?: orders.TrackedParcelShape['events'];
  })[] = (whole && tracking.data?.parcels) || order.parcels;
  return (
    <section className={styles.part} aria-label={t`Parcels`}>
      <h4>
        {t`Parcels`}
        <Button small look="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t`Only the latest` : t`Whole way`}
        </Button>
      </h4>
      <Refusal refusal={whole ? tracking.error : null} />
      <ul className={styles.parcels}>
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            <ParcelHead parcel={parcel} />
            {route?.(parcel.id)}
            <Steps parcel={parcel} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ParcelHead({ parcel }: { parcel: orders.ParcelShape }) {
  const { t, i18n } = useLingui();
  return (
    <p className={styles.parcelHead}>
      <span>{parcel.carrierName || parcel.carrier || t`Parcel`}</span>
      {parcel.number && (
        <>
          <bdi>{parcel.number}</bdi>
          <CopyIcon text={parcel.number} name={t`Copy the tracking number`} />
        </>
      )}
      <span className={styles.push} />
      <Word tone={toneOfParcel(parcel)} title={parcel.sourceStatus || undefined}>
        {i18n._(parcelWords[parcel.status])}
      </Word>
    </p>
  );
}

function Steps({
  parcel,
}: {
  parcel: orders.ParcelShape & { events?: orders.TrackedParcelShape['events'] };
}) {
  const { t, i18n } = useLingui();
  const steps = parcel.events ?? (parcel.lastEvent ? [parcel.lastEvent] : []);
  return (
    <>
      {parcel.promisedAt && !parcel.deliveredAt && (
        <p className={styles.none}>{t`Promised for ${day(parcel.promisedAt)}`}</p>
      )}
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={`${step.at} ${step.text} ${step.place}`}>
            <span>{step.text || step.sourceStatus || i18n._(parcelWords[step.status])}</span>
            <small>{[step.at && dateTime(step.at), step.place].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ol>
    </>
  );
}
