import type { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count } from '../../lib/format.ts';
import styles from './importing.module.css';

/** What became of the records of the file. */
export function ImportCounts({ run }: { run: importing.ImportShape }) {
  const { t } = useLingui();
  const figures: [string, number, string][] = [
    [t`Read`, run.read, t`Records read so far`],
    [run.dryRun ? t`Would be new` : t`New`, run.created, t`Records that were not here before`],
    [
      run.dryRun ? t`Would change` : t`Changed`,
      run.changed,
      t`Records that were here with other content`,
    ],
    [t`Unchanged`, run.unchanged, t`Records that were already here exactly so`],
    [t`Rejected`, run.rejected, t`Records with an error; they are left out`],
  ];
  return (
    <dl className={styles.counts} aria-live="polite">
      {figures.map(([name, value, meaning], at) => (
        <div key={name} title={meaning} data-bad={(at === 4 && value > 0) || undefined}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
