import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { CaseSheet } from '../../features/aftersales/CaseSheet.tsx';
import { numbered } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from '../orders/OpenOrder.module.css';

/** One case with everything that decides it. */
export function OpenCase({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const one = useReply(aftersales.getCase, { caseId });
  if (one.error?.code === 'case.not_found')
    return <Empty>{t`There is no such case, or it is not yours to see.`}</Empty>;
  if (!one.data) return one.error ? <Refusal refusal={one.error} /> : <Lines count={8} />;
  return <CaseSheet one={one.data} />;
}

/** The ways from a case: its order, its buyer, the chat. */
export function OpenCaseWays({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const one = useReply(aftersales.getCase, { caseId }).data;
  const mayChat = useMay('conversations.read');
  const mayBuyer = useMay('buyers.read');
  if (!one) return null;
  return (
    <>
      <Link href={`/orders/${one.orderId}`} className={styles.way}>
        <Icon name="orders" size={16} />
        <bdi>{numbered(one.orderNumber)}</bdi>
      </Link>
      {mayBuyer && one.buyerId && (
        <Link href={`/buyers/${one.buyerId}`} className={styles.way}>
          <Icon name="me" size={16} />
          {one.buyerName || t`Buyer`}
        </Link>
      )}
      {mayChat && one.conversationId && (
        <Link href={`/inbox/all/${one.conversationId}`} className={styles.way}>
          <Icon name="chats" size={16} />
          {t`To the chat`}
        </Link>
      )}
    </>
  );
}
