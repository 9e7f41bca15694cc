import { orders, parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { dateTime } from '../../lib/format.ts';
import { useFresh } from '../../lib/fresh.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { causeWords, stageWords } from './parcel.words.ts';
import styles from './parcels.module.css';
import { stopsOf } from './route.rules.ts';

interface Props {
  readonly orderId: string;
  readonly parcelId: string;
}

/** How far a parcel is at a glance: its stops, where it is now, how old that is, and what is wrong. */
export function ParcelRoute({ orderId, parcelId }: Props) {
  const { t, i18n } = useLingui();
  useFresh(['parcel.'], [parcels.getParcelRoutes], 300);
  const routes = useReply(parcels.getParcelRoutes, { orderId });
  const ask = useAct(parcels.refreshParcel, () =>
    refresh(parcels.getParcelRoutes, orders.getTracking, orders.getOrder),
  );
  const route = routes.data?.items.find((one) => one.parcelId === parcelId);
  if (!route) return null;
  const { stops, at } = stopsOf(route.stage);
  return (
    <div className={styles.route} data-parcel={parcelId}>
      {route.marks.length > 0 && (
        <p className={styles.marks}>
          {route.marks.map((mark) => (
            <Word key={mark.problemId} tone="late" title={dateTime(mark.since)}>
              {i18n._(causeWords[mark.cause])}
            </Word>
          ))}
        </p>
      )}
      <ol className={styles.stops} aria-label={t`Route of the parcel`}>
        {stops.map((stop, n) => (
          <li
            key={stop}
            data-done={n <= at || undefined}
            aria-current={n === at ? 'step' : undefined}
            data-wrong={(n === at && route.marks.length > 0) || undefined}
          >
            <span>{i18n._(stageWords[n === at && route.stage === 'town' ? 'town' : stop])}</span>
            {n === at && route.place && <small>{route.place}</small>}
          </li>
        ))}
      </ol>
      <p className={styles.age}>
        {route.readAt ? (
          <span>
            {t`read`} <When at={route.readAt} form="ago" />
          </span>
        ) : (
          <span>{t`no word from the carrier yet`}</span>
        )}
        {route.trouble && <span title={route.trouble}>{t`the tracking service has trouble`}</span>}
        {route.can.includes('refreshParcel') && (
          <IconButton
            name={t`Ask the carrier now`}
            busy={ask.busy}
            onClick={() => void ask.run({ parcelId })}
          >
            <Icon name="retry" size={14} />
          </IconButton>
        )}
      </p>
      <Refusal refusal={ask.refusal} />
    </div>
  );
}
