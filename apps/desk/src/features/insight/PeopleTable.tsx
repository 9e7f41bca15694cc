import type { insight, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Face } from '../../ui/Face.tsx';
import { Definition } from './Definition.tsx';
import { type Figure, figureText, type Metric, sizeOf } from './figure.rules.ts';
import styles from './insight.module.css';

type People = ReplyOf<typeof insight.listPeopleFigures>;

interface Props {
  readonly people: People;
  readonly metrics: readonly Metric[];
  readonly onBy: (metric: string) => void;
  readonly onRows: (metric: string, memberId: string) => void;
  readonly onPerson: (memberId: string) => void;
}

/** Everybody's numbers, in the order of one of them. Who has too few facts is not ranked. */
export function PeopleTable({ people, metrics, onBy, onRows, onPerson }: Props) {
  const { t } = useLingui();
  const shown = metrics.filter(({ id }) =>
    people.items.some(({ figures }) => figures.some(({ metric }) => metric === id)),
  );
  const most = new Map(
    shown.map(({ id }) => [
      id,
      Math.max(...people.items.map((line) => sizeOf(at(line, id)) ?? 0), 0),
    ]),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is moved by the arrow keys
    <section className={styles.scroll} aria-label={t`Table`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t({ message: 'Rank', context: 'figures' })}</th>
            <th scope="col" data-name>
              {t({ message: 'Person', context: 'figures' })}
            </th>
            {shown.map((metric) => (
              <th
                key={metric.id}
                scope="col"
                aria-sort={metric.id === people.by ? 'descending' : 'none'}
              >
                <Definition metric={metric}>
                  <button type="button" onClick={() => onBy(metric.id)}>
                    {metric.name}
                  </button>
                </Definition>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.items.map((line) => (
            <tr key={line.memberId ?? 'nobody'} data-quiet={line.memberId === null || undefined}>
              <td className={styles.rank}>
                {line.rank ?? (line.tooFew ? <small title={t`too few to rank`}>–</small> : '')}
              </td>
              <th scope="row">
                {line.memberId === null ? (
                  <span>{t`Queue and robots`}</span>
                ) : (
                  <button type="button" onClick={() => onPerson(line.memberId ?? '')}>
                    <Face name={line.name || '?'} size={22} />
                    {line.name || t`Former colleague`}
                  </button>
                )}
              </th>
              {shown.map((metric) => (
                <td key={metric.id} data-by={metric.id === people.by || undefined}>
                  <button
                    type="button"
                    disabled={line.memberId === null}
                    aria-label={`${line.name} · ${metric.name}: ${figureText(metric, at(line, metric.id))}`}
                    onClick={() => onRows(metric.id, line.memberId ?? '')}
                  >
                    {figureText(metric, at(line, metric.id))}
                  </button>
                  <Bar share={(sizeOf(at(line, metric.id)) ?? 0) / (most.get(metric.id) || 1)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const at = (line: People['items'][number], id: string): Figure | undefined =>
  line.figures.find(({ metric }) => metric === id);

const Bar = ({ share }: { share: number }) => (
  <i className={styles.cellBar} aria-hidden="true">
    <i style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
  </i>
);
