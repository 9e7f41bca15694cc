import type { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import styles from './importing.module.css';

/** The first errors of a run: where in the file, in which field, and what is wrong. */
export function ImportProblems({ run }: { run: importing.ImportShape }) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <section className={styles.problems} aria-label={t`Rejected records`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Record`}</th>
            <th scope="col">{t`Line`}</th>
            <th scope="col">{t`Its key`}</th>
            <th scope="col">{t`Field`}</th>
            <th scope="col">{t`What is wrong`}</th>
          </tr>
        </thead>
        <tbody>
          {run.problems.map((problem) => (
            <tr key={`${problem.record} ${problem.field} ${problem.code}`}>
              <td>{problem.record}</td>
              <td>{problem.line ?? '–'}</td>
              <td>{problem.key || '–'}</td>
              <td>
                <code>{problem.field || '–'}</code>
              </td>
              <td>{problem.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {run.rejected > run.problems.length && (
        <p className={styles.soft}>
          {t`The first ${run.problems.length} of ${run.rejected} are shown.`}
        </p>
      )}
    </section>
  );
}
