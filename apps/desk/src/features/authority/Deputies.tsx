import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFresh } from '../../lib/fresh.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { DeputyDialog } from './DeputyDialog.tsx';
import styles from './Limits.module.css';

/** Who decides in whose place, and until when. */
export function Deputies() {
  const { t } = useLingui();
  const [naming, setNaming] = useState(false);
  const list = useReply(access.listDelegations, {});
  const end = useAct(access.endDelegation, () => refresh(access.listDelegations));
  useFresh(['authority.changed'], [access.listDelegations], 200);
  if (list.error) return <Refusal refusal={list.error} />;
  if (!list.data) return <Lines count={2} height={32} />;
  return (
    <div className={styles.limits}>
      {list.data.items.length === 0 && (
        <p className={styles.soft}>{t`Nobody stands in for anybody.`}</p>
      )}
      <ul className={styles.deputies}>
        {list.data.items.map((one) => (
          <li key={one.id}>
            <span>
              {t`${one.to.name} decides for ${one.from.name}`}{' '}
              <small>
                {one.state === 'planned' && (
                  <>
                    {t({ message: 'from', context: 'deputy' })}{' '}
                    <When at={one.startsAt} form="dateTime" />{' '}
                  </>
                )}
                {t({ message: 'until', context: 'deputy' })}{' '}
                <When at={one.endsAt} form="dateTime" />
              </small>
            </span>
            {one.can.includes('endDelegation') && (
              <Button small busy={end.busy} onClick={() => void end.run({ delegationId: one.id })}>
                {t`End now`}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal refusal={end.refusal} />
      <div>
        <Button onClick={() => setNaming(true)}>{t`Name a deputy`}</Button>
      </div>
      {naming && <DeputyDialog onClose={() => setNaming(false)} />}
    </div>
  );
}
