import { connectors } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './connector.module.css';
import type { Connection } from './connector.words.ts';
import { StateWord } from './StateWord.tsx';

/** How the platform is, how old the mirror is, and whether the two agree. */
export function Health({ connection }: { connection: Connection }) {
  const { t } = useLingui();
  const again = () => refresh(connectors.listConnections, connectors.getConnection);
  const check = useAct(connectors.checkConnection, again);
  const compare = useAct(connectors.compareConnection, again);
  const { id: connectionId, lastReadAt, comparedAt, differences, trouble } = connection;
  return (
    <div className={styles.health}>
      <p>
        <StateWord connection={connection} /> {t`since`} <When at={connection.since} />
        {trouble && <span className={styles.trouble}>{trouble}</span>}
      </p>
      <p>
        {lastReadAt ? (
          <>
            {t`Changes were read`} <When at={lastReadAt} form="ago" />
          </>
        ) : (
          t`Nothing was read yet.`
        )}
      </p>
      <p>
        {comparedAt === null && t`Not compared yet; it is done every night.`}
        {comparedAt !== null && (
          <>
            {differences === 0
              ? t`Mirror and platform were the same`
              : t`${differences} orders differed and were put right`}{' '}
            <When at={comparedAt} form="ago" />
          </>
        )}
      </p>
      <div className={styles.acts}>
        <Button busy={check.busy} onClick={() => void check.run({ connectionId })}>
          {t`Look now`}
        </Button>
        <Button busy={compare.busy} onClick={() => void compare.run({ connectionId })}>
          {t`Compare now`}
        </Button>
      </div>
      <Refusal refusal={check.refusal ?? compare.refusal} />
    </div>
  );
}
