import { factText } from '../lib/facts.ts';
import styles from './Facts.module.css';

/** Fields kept as a source sent them, folded away until somebody wants them. */
export function Facts({
  title,
  facts,
}: {
  title: string;
  facts: Readonly<Record<string, unknown>>;
}) {
  const told = Object.entries(facts)
    .map(([name, value]) => [name, factText(value)] as const)
    .filter(([, text]) => text !== '');
  if (told.length === 0) return null;
  return (
    <details className={styles.facts}>
      <summary>
        {title} <small>{told.length}</small>
      </summary>
      <dl>
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
