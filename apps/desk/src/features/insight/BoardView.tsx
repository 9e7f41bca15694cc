import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useNow } from '../../lib/clock.ts';
import { count, waited } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Face } from '../../ui/Face.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { floorOf } from './board.reducer.ts';
import styles from './insight.module.css';

/** A colleague as the floor shows them. */
interface Colleague {
  readonly memberId: string;
  readonly name: string;
  readonly status: 'online' | 'away' | 'offline';
}

interface Props {
  readonly shop: string | undefined;
  readonly colleagues: readonly Colleague[];
}

/** The floor as it is: kept true by the events the desk hears anyway; the clock runs here. */
export function BoardView({ shop, colleagues }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const { data, error } = useReply(insight.getBoard, {}, { freshFor: Number.POSITIVE_INFINITY });
  if (!data) return <Refusal refusal={error} />;
  const floor = floorOf(data, now, shop);
  const there = colleagues.filter(({ status }) => status !== 'offline');
  const online = there.filter(({ status }) => status === 'online').length;
  const busiest = Math.max(...floor.loads.values(), 1);
  const people = colleagues
    .filter(({ memberId, status }) => status !== 'offline' || floor.loads.has(memberId))
    .sort((a, b) => (floor.loads.get(b.memberId) ?? 0) - (floor.loads.get(a.memberId) ?? 0));
  return (
    <>
      <dl className={styles.floor}>
        <Tile name={t`In the queue`} value={count(floor.queue)} />
        <Tile
          name={t`Longest wait`}
          value={floor.longest === null ? '–' : waited(floor.longest)}
          late={floor.late > 0}
        />
        <Tile name={t`Waiting`} value={count(floor.waiting)} />
        <Tile name={t`Nearly late`} value={count(floor.soon)} soon={floor.soon > 0} />
        <Tile name={t`Late`} value={count(floor.late)} late={floor.late > 0} />
        <Tile name={t`Online`} value={count(online)} />
      </dl>
      <h2 className={styles.h2}>{t`Who has how many`}</h2>
      {people.length === 0 && (
        <p className={styles.quiet}>{t`Nobody is here, and nobody holds a conversation.`}</p>
      )}
      <ul className={styles.loads}>
        {people.map(({ memberId, name, status }) => {
          const load = floor.loads.get(memberId) ?? 0;
          return (
            <li key={memberId}>
              <Face name={name} status={status} size={26} />
              <span>{name}</span>
              <span className={styles.bar}>
                <i style={{ width: `${(100 * load) / busiest}%` }} />
              </span>
              <b>{count(load)}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Tile({
  name,
  value,
  soon,
  late,
}: {
  name: string;
  value: string;
  soon?: boolean;
  late?: boolean;
}) {
  return (
    <div data-tone={late ? 'late' : soon ? 'soon' : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
