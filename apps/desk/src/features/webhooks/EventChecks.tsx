import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { GroupChecks } from '../../ui/GroupChecks.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** What is sent: types of events by their names in the API, by what they are about. */
export function EventChecks({ value, onChange }: Props) {
  const { t } = useLingui();
  const { data, error } = useReply(webhooks.listWebhookTypes, {});
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={4} />;
  const groups = Map.groupBy(data.items, (type) => type.split('.')[0] ?? '');
  return (
    <GroupChecks
      label={t`What is sent`}
      groups={[...groups].map(([key, values]) => ({ key, name: <code>{key}</code>, values }))}
      words={(type) => <code>{type}</code>}
      value={value}
      onChange={onChange}
    />
  );
}
