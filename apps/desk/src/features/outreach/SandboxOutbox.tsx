import { outreach } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import styles from './outreach.module.css';

/** What a sandbox was handed: what a real gateway would have sent. */
export function SandboxOutbox({ gatewayId }: { gatewayId: string }) {
  const { t } = useLingui();
  const pages = usePages(outreach.listSandboxMessages, { gatewayId, limit: 20 });
  useFresh(['outreach.'], [outreach.listSandboxMessages], 800);
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={2} />;
  if (pages.items.length === 0)
    return <Empty>{t`Nothing yet. Send a test, or let a rule run.`}</Empty>;
  return (
    <>
      <Rows label={t`Outbox`}>
        {pages.items.map((one) => (
          <Row
            key={one.id}
            title={<span className={styles.whole}>{one.subject ?? one.text}</span>}
            sub={
              <>
                {one.recipient} · <When at={one.at} />
              </>
            }
            facts={<Plural value={one.parts} one="# part" other="# parts" />}
          />
        ))}
      </Rows>
      <More pages={pages} small />
    </>
  );
}
