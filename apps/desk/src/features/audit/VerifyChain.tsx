import { audit, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './VerifyChain.module.css';

/** Reads the whole log again and says whether anything was edited, removed or moved. */
export function VerifyChain() {
  const { t } = useLingui();
  const chain = useReply(audit.verifyAuditChain, {}, { when: false });
  const verify = () => void chain.refetch();
  return (
    <div className={styles.verify}>
      <Button busy={chain.isFetching} onClick={verify}>
        <Icon name="audit" size={16} />
        {chain.isFetching ? t`Reading every entry…` : t`Verify the log`}
      </Button>
      <div role="status" className={styles.result}>
        {chain.data && !chain.isFetching && <Result chain={chain.data} />}
      </div>
      <Refusal refusal={chain.error} />
    </div>
  );
}

function Result({ chain }: { chain: ReplyOf<typeof audit.verifyAuditChain> }) {
  const { t } = useLingui();
  const { entries, firstBroken, head } = chain;
  if (firstBroken) {
    const why = {
      changed: t`was edited or moved`,
      missing: t`is missing`,
      cut: t`is where the end was cut off`,
    }[firstBroken.why];
    return (
      <p className={styles.broken}>
        <Icon name="alert" size={16} />
        {t`Not intact: entry ${firstBroken.seq} ${why}. Somebody with access to the database did this.`}
      </p>
    );
  }
  return (
    <p className={styles.intact}>
      <Icon name="check" size={16} />
      {t`Intact: ${count(entries)} entries, none edited, removed or moved.`}
      <span className={styles.head} title={t`Keep it elsewhere to prove the log later`}>
        {t`Seal`} <code>{head.slice(0, 12)}…</code>
        <CopyIcon text={head} name={t`Copy the seal`} />
      </span>
    </p>
  );
}
