import type { connectors, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Empty } from '../../ui/Empty.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { writeNames, writeStates } from './connector.words.ts';

type Detail = ReplyOf<typeof connectors.getConnection>;

/** Acts that have not reached the platform, and those it refused. */
export function Waiting({ waiting }: { waiting: Detail['waiting'] }) {
  const { t, i18n } = useLingui();
  if (waiting.length === 0) return <Empty>{t`Everything has arrived there.`}</Empty>;
  return (
    <Rows label={t`Acts on their way`}>
      {waiting.map((write) => (
        <Row
          key={write.id}
          quiet={write.state === 'failed'}
          title={<Link href={`/orders/${write.orderId}`}>{write.number}</Link>}
          sub={[i18n._(writeNames[write.kind]), write.trouble].filter(Boolean).join(' · ')}
          facts={
            <>
              <When at={write.createdAt} form="ago" />
              <Word tone={write.state === 'failed' ? 'late' : 'soon'}>
                {i18n._(writeStates[write.state])}
              </Word>
            </>
          }
        />
      ))}
    </Rows>
  );
}

/** Fields in which an order differed when it was compared; they were put right. */
export function Differences({ differences }: { differences: Detail['differences'] }) {
  const { t } = useLingui();
  return (
    <Rows label={t`Differences`}>
      {differences.map((one) => (
        <Row
          key={`${one.number} ${one.field}`}
          title={
            one.orderId ? <Link href={`/orders/${one.orderId}`}>{one.number}</Link> : one.number
          }
          sub={one.field}
          facts={t`here ${one.ours} · there ${one.theirs}`}
        />
      ))}
    </Rows>
  );
}
