import { type InputOf, insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Drawer } from 'antd';
import { Link } from 'wouter';
import { money } from '../../lib/format.ts';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { CreditLine } from './CreditLine.tsx';
import { duration, type Metric } from './figure.rules.ts';
import styles from './insight.module.css';
import { useStateWords } from './state.words.ts';

interface Props {
  readonly metric: Metric | undefined;
  readonly input: Omit<InputOf<typeof insight.listInsightRows>, 'metric'>;
  readonly onClose: () => void;
}

/** The facts behind a number, each with the way to where it happened. */
export function RowsDrawer({ metric, input, onClose }: Props) {
  return (
    <Drawer
      open={metric !== undefined}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={metric?.name}
      rootClassName={styles.drawer ?? ''}
    >
      {metric && <Rows metric={metric} input={input} />}
    </Drawer>
  );
}

function Rows({ metric, input }: { metric: Metric; input: Props['input'] }) {
  const { t } = useLingui();
  const words = useStateWords();
  const pages = usePages(insight.listInsightRows, { ...input, metric: metric.id, limit: 50 });
  return (
    <>
      <p className={styles.definition}>{metric.definition}</p>
      <Refusal refusal={pages.error} />
      {pages.items?.length === 0 && pages.atEnd && (
        <Empty>{t`No facts stand behind this number in these days.`}</Empty>
      )}
      <ul className={styles.rows}>
        {pages.items?.map((row) => (
          <li
            key={`${row.conversationId} ${row.orderId} ${row.at} ${row.messageSeq} ${row.productId} ${row.memberId}`}
          >
            <Link
              href={
                row.conversationId
                  ? `/inbox/all/${row.conversationId}${row.messageSeq ? `?message=${row.messageSeq}` : ''}`
                  : `/orders/${row.orderId}`
              }
            >
              <When at={row.at} />
              <b>{row.buyerName || row.memberName || '–'}</b>
              <span>{row.buyerName ? row.memberName : ''}</span>
              <span className={styles.state} data-state={row.state}>
                {words(row.state)}
              </span>
              <span className={styles.n}>
                {row.seconds !== null && duration(row.seconds)}
                {row.amountMinor !== null && row.currency && money(row.amountMinor, row.currency)}
              </span>
              {row.credit && <CreditLine row={row} credit={row.credit} />}
            </Link>
          </li>
        ))}
      </ul>
      {!pages.atEnd && (
        <Button onClick={pages.more} busy={pages.busy}>
          {t`More rows`}
        </Button>
      )}
    </>
  );
}
