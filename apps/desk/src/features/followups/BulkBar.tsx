import { followups } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ActDialog, type ActName } from './ActDialog.tsx';
import styles from './followups.module.css';
import { refreshFollowups } from './refresh.ts';
import type { PageSlots } from './slots.ts';

interface Props extends PageSlots {
  readonly items: readonly followups.FollowupShape[];
  readonly onDone: () => void;
}

/** What can be done to all that are chosen. */
export function BulkBar({ items, onDone, ...slots }: Props) {
  const { t } = useLingui();
  const [act, setAct] = useState<ActName>();
  const assign = useAct(followups.assignFollowups, refreshFollowups);
  const ids = items.map(({ id }) => id);
  const all = (name: string) => items.every(({ can }) => can.includes(name));
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t`What was chosen`}>
      <b>
        <Plural value={items.length} one="# chosen" other="# chosen" />
      </b>
      <Button small disabled={!all('sendFollowups')} onClick={() => setAct('send')}>
        {t({ message: 'Send…', context: 'followup' })}
      </Button>
      <Button
        small
        disabled={!all('postponeFollowups')}
        onClick={() => setAct('postpone')}
      >{t`Later…`}</Button>
      <Button small disabled={!all('closeFollowups')} onClick={() => setAct('close')}>
        {t({ message: 'Close…', context: 'followup' })}
      </Button>
      <Select
        size="small"
        style={{ minWidth: 130 }}
        placeholder={t`Responsible`}
        aria-label={t`Responsible`}
        value={null}
        disabled={assign.busy}
        onChange={(memberId: string | null) =>
          void assign.run({ ids, memberId: memberId === 'nobody' ? null : memberId })
        }
        options={[
          { value: 'nobody', label: t({ message: 'Nobody', context: 'followup' }) },
          ...slots.people,
        ]}
      />
      <Button small look="plain" onClick={onDone}>{t`Choose none`}</Button>
      <Refusal refusal={assign.refusal} onClose={assign.reset} />
      {act && (
        <ActDialog
          {...slots}
          act={act}
          items={items}
          onDone={onDone}
          onClose={() => setAct(undefined)}
        />
      )}
    </div>
  );
}
