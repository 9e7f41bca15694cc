import { access } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';

const offered = [15, 30, 60, 120, 240, 480, 1440];

/** How long a request waits for one line before the next is asked. */
export function ApprovalTimes() {
  const { t } = useLingui();
  const limits = useReply(access.listLimits, {});
  const set = useAct(access.setApprovalTimes, () => refresh(access.listLimits));
  if (!limits.data) return <Refusal refusal={limits.error} />;
  const { stageMinutes, can } = limits.data;
  const minutes = offered.includes(stageMinutes) ? offered : [...offered, stageMinutes];
  return (
    <div>
      <Select
        aria-label={t`Time to decide`}
        style={{ width: 140 }}
        value={stageMinutes}
        loading={set.busy}
        disabled={!can.includes('setApprovalTimes')}
        onChange={(value: number) => void set.run({ stageMinutes: value })}
        options={minutes.map((value) => ({ value, label: <Span minutes={value} /> }))}
      />
      <Refusal refusal={set.refusal} />
    </div>
  );
}

const Span = ({ minutes }: { minutes: number }) =>
  minutes % 60 === 0 ? (
    <Plural value={minutes / 60} one="# hour" other="# hours" />
  ) : (
    <Plural value={minutes} one="# minute" other="# minutes" />
  );
