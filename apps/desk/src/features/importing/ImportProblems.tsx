import type { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import styles from './importing.module.css';
import { ourFieldWords } from './importing.words.ts';

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
                <Place field={problem.field} />
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

/** Where among our fields: lines/0/quantity as Goods 1, Quantity; the path itself on hover. */
function Place({ field }: { field: string }) {
  const { i18n } = useLingui();
  const words = field.split('/').map((part) => {
    const name = ourFieldWords[part];
    return name ? i18n._(name) : /^\d+$/.test(part) ? String(Number(part) + 1) : part;
  });
  return <span title={field}>{words.filter(Boolean).join(' › ') || '–'}</span>;
}
