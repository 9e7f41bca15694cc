import { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { count } from '../../lib/format.ts';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { ImportStateWord } from './ImportStateWord.tsx';
import styles from './importing.module.css';

/** Earlier runs, newest first; each leads to its result. */
export function ImportHistory() {
  const { t } = useLingui();
  const pages = usePages(importing.listImports, { limit: 20 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={2} />;
  if (pages.items.length === 0) {
    return (
      <p className={styles.soft}>
        {t`Nothing was imported yet. The same file can be imported again at any time: what is already here stays as it is.`}
      </p>
    );
  }
  return (
    <>
      <Rows label={t`Earlier imports`}>
        {pages.items.map((run) => (
          <Row
            key={run.id}
            title={
              <>
                <Link href={`/settings/import/${run.id}`}>{run.fileName}</Link>
                <ImportStateWord run={run} />
              </>
            }
            sub={
              <>
                {run.mapping} · {run.byName} · <When at={run.createdAt} />
              </>
            }
            facts={
              <>
                <span>
                  {run.dryRun
                    ? t`${count(run.created + run.changed)} fit`
                    : t`${count(run.created + run.changed)} taken over`}
                </span>
                {run.rejected > 0 && (
                  <span className={styles.bad}>{t`${count(run.rejected)} rejected`}</span>
                )}
              </>
            }
          />
        ))}
      </Rows>
      {!pages.atEnd && (
        <div>
          <Button busy={pages.busy} onClick={pages.more}>
            {t`Earlier ones`}
          </Button>
        </div>
      )}
    </>
  );
}
