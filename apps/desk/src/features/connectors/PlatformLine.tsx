import { connectors, orders, workbench } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { When } from '../../ui/When.tsx';
import styles from './connector.module.css';
import { type Connection, platformNames, wayNames, writeNames } from './connector.words.ts';

/** Why acts on an order are off, or which of them its platform lacks and what there is instead. */
export function PlatformLine({ order }: { order: { source: string; shopId: string } }) {
  const elsewhere = order.source === 'connector';
  useFresh(
    ['connection.changed'],
    elsewhere ? [connectors.listConnections, workbench.openCounter, orders.getOrder] : [],
  );
  const { data } = useReply(
    connectors.listConnections,
    { limit: 200 },
    { when: elsewhere, freshFor: 60_000 },
  );
  const connection = data?.items.find(({ shopId }) => shopId === order.shopId);
  if (!elsewhere || !data) return null;
  return <p className={styles.line}>{connection ? <Told connection={connection} /> : <Ended />}</p>;
}

function Ended() {
  const { t } = useLingui();
  return t`This shop is no longer connected: the order stands as it was read last.`;
}

function Told({ connection }: { connection: Connection }) {
  const { t, i18n } = useLingui();
  const { state, since, enabled, kind, lacks } = connection;
  const platform = platformNames[kind];
  if (!enabled)
    return t`The connection to ${platform} is switched off: nothing can be done to the order.`;
  if (state === 'down' || state === 'denied') {
    return (
      <strong className={styles.trouble}>
        {state === 'down'
          ? t`${platform} does not answer, so nothing can be done to the order; it stays readable. Since`
          : t`${platform} lets us in no more, so nothing can be done to the order; it stays readable. Since`}{' '}
        <When at={since} />
      </strong>
    );
  }
  if (lacks.length === 0) return null;
  const named = lacks.map(({ act, instead }) => {
    const ways = instead.flatMap((way) => (wayNames[way] ? [i18n._(wayNames[way])] : []));
    return { name: i18n._(writeNames[act]), ways: ways.join(t`, or `) };
  });
  return (
    <details>
      <summary>{t`${platform} cannot: ${named.map(({ name }) => name).join(' · ')}`}</summary>
      {named.map(({ name, ways }) => (
        <span key={name} className={styles.way}>
          {t`${name}: ${ways}`}
        </span>
      ))}
    </details>
  );
}
