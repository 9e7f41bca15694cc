import { care, parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { useRowKeys } from '../../lib/row-keys.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { causeWords } from './parcel.words.ts';
import styles from './parcels.module.css';

interface Props {
  readonly state: 'open' | 'closed';
  readonly cause: parcels.ParcelCauseWord | undefined;
  readonly shopId: string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (problemId: string) => void;
}

/** Parcels that need a hand, the longest waiting first. */
export function ProblemList({ state, cause, shopId, marked, onMark }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  const pages = usePages(parcels.listProblemParcels, {
    state,
    limit: 50,
    ...(cause ? { cause } : {}),
    ...(shopId ? { shopId } : {}),
  });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={5} />;
  if (pages.items.length === 0)
    return (
      <Empty act={<Link href="/settings/parcels">{t`Tracking and times`}</Link>}>
        {state === 'open'
          ? t`Every parcel is on its way. One that stops, comes back or cannot be delivered stands here by itself.`
          : t`Nothing here.`}
      </Empty>
    );
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={t`Problem parcels`}>
        {pages.items.map((item) => (
          <ProblemRow
            key={item.problemId}
            item={item}
            marked={marked.has(item.problemId)}
            onMark={onMark}
          />
        ))}
      </ul>
      <More pages={pages} look="plain" />
    </>
  );
}

interface RowProps {
  readonly item: parcels.ProblemParcelShape;
  readonly marked: boolean;
  readonly onMark: (problemId: string) => void;
}

function ProblemRow({ item, marked, onMark }: RowProps) {
  const { t, i18n } = useLingui();
  const again = () => refresh(parcels.listProblemParcels, parcels.getParcelRoutes);
  const close = useAct(parcels.closeProblemParcel, again);
  const reopen = useAct(parcels.reopenProblemParcel, again);
  const { problemId, closedAt } = item;
  const name = item.number || item.orderNumber;
  return (
    <li className={styles.item} data-problem={problemId}>
      <Checkbox
        checked={marked}
        disabled={closedAt !== null || item.buyerId === null}
        aria-label={t`Choose ${name}`}
        onChange={() => onMark(problemId)}
      />
      <span className={styles.what}>
        <Word tone={closedAt ? 'quiet' : 'late'}>{i18n._(causeWords[item.cause])}</Word>{' '}
        <Link href={`/orders/${item.orderId}`}>{item.orderNumber}</Link>
        <small>
          {item.buyerName || '–'} · {item.shopName}
        </small>
      </span>
      <span className={styles.where}>
        {item.carrier} <bdi>{item.number}</bdi>
        <small title={item.lastText}>
          {[item.lastPlace, item.lastText].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span className={styles.acts}>
        <small>
          {t`since`} <When at={item.since} form="ago" />
          {item.writtenAt && (
            <>
              {' · '}
              {t`written to`} <When at={item.writtenAt} form="ago" />
            </>
          )}
        </small>
        {item.conversationId && <SendTimeline item={item} conversationId={item.conversationId} />}
        {item.conversationId && (
          <Link href={`/inbox/all/${item.conversationId}`}>{t`To the chat`}</Link>
        )}
        {closedAt ? (
          <Button
            small
            look="plain"
            busy={reopen.busy}
            onClick={() => void reopen.run({ problemId })}
          >
            {t({ message: 'Undo', context: 'parcel' })}
          </Button>
        ) : (
          <Button
            small
            busy={close.busy}
            onClick={() => void close.run({ problemId })}
          >{t`Dealt with`}</Button>
        )}
      </span>
      <Refusal refusal={close.refusal ?? reopen.refusal} />
    </li>
  );
}

/** One click shows the buyer where the parcel is. */
function SendTimeline({
  item,
  conversationId,
}: {
  item: parcels.ProblemParcelShape;
  conversationId: string;
}) {
  const { t } = useLingui();
  const may = useMay('conversations.reply');
  const [sent, setSent] = useState(false);
  const send = useAct(care.sendTrackingCard, () => setSent(true));
  if (!may) return null;
  const { orderId, parcelId } = item;
  return (
    <>
      <Button
        small
        look="plain"
        busy={send.busy}
        disabled={sent}
        onClick={() => void send.run({ conversationId, orderId, parcelId })}
      >
        {sent ? t`Sent to the buyer` : t`Send the tracking so far`}
      </Button>
      <Refusal refusal={send.refusal} onClose={send.reset} />
    </>
  );
}
