import { useLingui } from '@lingui/react/macro';
import styles from './connector.module.css';
import { type Connection, wayNames, writeNames } from './connector.words.ts';

/** What the platform does by itself, and what is offered where it does not. */
export function Abilities({ connection }: { connection: Connection }) {
  const { t, i18n } = useLingui();
  const ways = (instead: readonly string[]) =>
    instead.flatMap((way) => (wayNames[way] ? [i18n._(wayNames[way])] : [])).join(t`, or `);
  return (
    <dl className={styles.abilities}>
      <dt>{t`Reaches the platform`}</dt>
      <dd>{connection.does.map((kind) => i18n._(writeNames[kind])).join(' · ')}</dd>
      {connection.lacks.map(({ act, instead }) => (
        <div key={act}>
          <dt>{i18n._(writeNames[act])}</dt>
          <dd>
            {t`not there; instead:`} {ways(instead)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
