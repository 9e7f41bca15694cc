import { access, teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { PeopleField } from '../../features/teamwork/PeopleField.tsx';
import { refreshTasks } from '../../features/teamwork/tasks.ts';
import { useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './TasksScreen.module.css';

/** Gives what people who left had to a colleague, all at once. */
export function HandOver() {
  const { t } = useLingui();
  const gone =
    useReply(access.listMembers, { status: 'deactivated', limit: 200 }).data?.items ?? [];
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string[]>([]);
  const act = useAct(teamwork.handOverTasks, refreshTasks);
  const toId = to.at(-1);
  if (gone.length === 0) return null;
  return (
    <div className={styles.bulk}>
      <Select
        aria-label={t`Tasks of`}
        placeholder={t`Tasks of`}
        style={{ width: 150 }}
        value={from ?? null}
        onChange={(id) => setFrom(id ?? undefined)}
        options={gone.map(({ id, name }) => ({ value: id, label: name }))}
      />
      →
      <span className={styles.to}>
        <PeopleField
          label={t`Give them to`}
          placeholder={t`Give them to`}
          value={to.slice(-1)}
          onChange={setTo}
        />
      </span>
      <Button
        small
        look="main"
        busy={act.busy}
        disabled={!from || !toId}
        onClick={() => from && toId && void act.run({ fromId: from, toId })}
      >
        {t`Hand over`}
      </Button>
      <Refusal refusal={act.refusal} />
    </div>
  );
}
