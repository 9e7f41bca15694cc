import { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { api } from '../../lib/api.ts';
import { fileSize, percent } from '../../lib/format.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { ImportProblems } from './ImportProblems.tsx';
import { ImportStateWord } from './ImportStateWord.tsx';
import styles from './importing.module.css';

interface Props {
  readonly importId: string;
  /** Another run over the same file has begun. */
  readonly onStarted: (importId: string) => void;
}

/** One run: how far it is, what it found, what was rejected and why, and what comes next. */
export function ImportRun({ importId, onStarted }: Props) {
  const { t } = useLingui();
  const run = useReply(importing.getImport, { importId });
  const going = run.data?.state === 'waiting' || run.data?.state === 'running';
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => refresh(importing.getImport), 1000);
    return () => clearInterval(timer);
  }, [going]);
  if (run.error?.code === 'import.not_found') return <Empty>{t`There is no such import.`}</Empty>;
  if (!run.data) return run.error ? <Refusal refusal={run.error} /> : <Lines count={4} />;
  const one = run.data;
  const share = one.size > 0 ? one.readBytes / one.size : 0;
  return (
    <div className={styles.run}>
      <p className={styles.runHead}>
        <Icon name="file" size={18} />
        <b>{one.fileName}</b>
        <ImportStateWord run={one} />
      </p>
      <p className={styles.soft}>
        {[one.mapping, fileSize(one.size), one.byName].filter(Boolean).join(' · ')} ·{' '}
        <When at={one.createdAt} form="dateTime" />
      </p>
      {going && (
        <div className={styles.going}>
          <progress className={styles.bar} value={share} aria-label={t`Read so far`} />
          <span>{percent(share)}</span>
        </div>
      )}
      <ImportCounts run={one} />
      {one.failure && (
        <p className={styles.failure} role="alert">
          <Icon name="alert" size={16} />
          {one.failure}
        </p>
      )}
      <Next run={one} onStarted={onStarted} />
      {one.problems.length > 0 && <ImportProblems run={one} />}
      {one.rejected > 0 && (
        <p>
          <a href={api.url(importing.downloadRejects, { importId })} download>
            {t`Download all rejected records with their reasons (CSV)`}
          </a>
        </p>
      )}
    </div>
  );
}

function Next({ run, onStarted }: { run: importing.ImportShape } & Pick<Props, 'onStarted'>) {
  const { t } = useLingui();
  const again = useAct(importing.repeatImport, (made) => {
    refresh(importing.listImports);
    onStarted(made.id);
  });
  const cancel = useAct(importing.cancelImport, () =>
    refresh(importing.getImport, importing.listImports),
  );
  const over = run.state !== 'waiting' && run.state !== 'running';
  const repeat = (dryRun: boolean) => void again.run({ importId: run.id, dryRun });
  return (
    <>
      <div className={styles.acts}>
        {run.can.includes('cancelImport') && (
          <Button busy={cancel.busy} onClick={() => void cancel.run({ importId: run.id })}>
            {t`Stop`}
          </Button>
        )}
        {over && run.can.includes('repeatImport') && run.dryRun && run.state === 'done' && (
          <Button look="main" busy={again.busy} onClick={() => repeat(false)}>
            {run.rejected > 0 ? t`Import without the rejected ones` : t`Import for real`}
          </Button>
        )}
        {over && run.can.includes('repeatImport') && (!run.dryRun || run.state !== 'done') && (
          <Button busy={again.busy} onClick={() => repeat(run.dryRun)}>
            {t`Run once more`}
          </Button>
        )}
      </div>
      <Refusal refusal={again.refusal ?? cancel.refusal} />
    </>
  );
}
