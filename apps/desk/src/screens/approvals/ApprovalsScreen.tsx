import { workbench } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import { ApprovalCard } from '../../features/authority/ApprovalCard.tsx';
import { OrderRow } from '../../features/orders/OrderRow.tsx';
import { useCommands } from '../../lib/keys.ts';
import { usePages } from '../../lib/pages.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ApprovalsScreen.module.css';
import { NoApprovals } from './NoApprovals.tsx';
import { isView, ViewTabs } from './ViewTabs.tsx';

/** Requests for approval: those that wait for the reader, the reader's own, and what was decided. */
export default function ApprovalsScreen() {
  const { t } = useLingui();
  const { view: wanted } = useParams<{ view?: string }>();
  const view = isView(wanted) ? wanted : 'waiting';
  const pages = usePages(workbench.openApprovals, { view });
  const [picked, setPicked] = useState<string>();
  const [refusing, setRefusing] = useState<string>();
  const items = pages.items ?? [];
  const at = Math.max(
    0,
    items.findIndex(({ approval }) => approval.id === picked),
  );
  const current = items[at]?.approval.id;
  const step = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))]?.approval.id;
    setPicked(next);
    if (next) document.getElementById(next)?.scrollIntoView({ block: 'nearest' });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view starts at its top
  useEffect(() => setPicked(undefined), [view]);
  useCommands([
    { ...move, id: 'approvals.next', name: msg`Next request`, key: 'j', run: () => step(1) },
    { ...move, id: 'approvals.before', name: msg`Request before`, key: 'k', run: () => step(-1) },
  ]);
  return (
    <Page title={t`Approvals`}>
      <ViewTabs view={view} />
      <div className={styles.list}>
        <Refusal refusal={pages.error} />
        {!pages.items && !pages.error && <Lines count={4} height={140} />}
        {pages.items?.length === 0 && <NoApprovals view={view} />}
        {items.map((one) => (
          <ApprovalCard
            key={one.approval.id}
            of={one}
            order={<OrderLine of={one} />}
            current={one.approval.id === current && view !== 'decided'}
            refusing={refusing === one.approval.id}
            onRefusing={(open) => setRefusing(open ? one.approval.id : undefined)}
            onPick={() => setPicked(one.approval.id)}
          />
        ))}
        {items.length > 0 && !pages.atEnd && (
          <Button busy={pages.busy} onClick={pages.more}>{t`Show more`}</Button>
        )}
      </div>
    </Page>
  );
}

const move = { group: msg`Approvals`, keyOnly: true } as const;

/** The order as a line; opens it, or the conversation it came from. */
function OrderLine({ of: { order, approval } }: { of: workbench.ApprovalCaseShape }) {
  const { t } = useLingui();
  const chats = useMay('conversations.read');
  if (!order) return null;
  return (
    <>
      <Link href={`/orders/${order.id}`} className={styles.order}>
        <OrderRow order={order} />
      </Link>
      {approval.conversationId && chats && (
        <Link href={`/inbox/all/${approval.conversationId}`} className={styles.chat}>
          {t`Read the conversation`}
        </Link>
      )}
    </>
  );
}
