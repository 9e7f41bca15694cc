import { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { PromiseCard } from './PromiseCard.tsx';
import styles from './promises.module.css';

interface Props {
  readonly buyerId: string;
  readonly onOrder: (orderId: string) => void;
  /** Absent where the reader may not promise. */
  readonly onMake: (() => void) | undefined;
}

/** What this buyer was promised: open ones first, the nearest on top; what became of the last ones below. */
export function PromisePanel({ buyerId, onOrder, onMake }: Props) {
  const { t } = useLingui();
  useFresh(['promise.'], [promises.listPromises], 300);
  const broken = useReply(promises.listPromises, { buyerId, tab: 'broken', limit: 50 });
  const open = useReply(promises.listPromises, { buyerId, tab: 'open', limit: 100 });
  const over = useReply(promises.listPromises, { buyerId, tab: 'settled', limit: 20 });
  if (open.error) return <Refusal refusal={open.error} />;
  if (!open.data || !broken.data) return <Lines count={3} />;
  const waiting = [...broken.data.items, ...open.data.items];
  const settled = over.data?.items ?? [];
  return (
    <div className={styles.panel} role="tabpanel" aria-label={t`Promises`}>
      {waiting.length === 0 && (
        <Empty act={onMake && <Button onClick={onMake}>{t`Promise something`}</Button>}>
          {t`Nothing is promised to this buyer. Y turns your last message into a promise with a clock.`}
        </Empty>
      )}
      {waiting.map((promise) => (
        <PromiseCard key={promise.id} promise={promise} alone onOrder={onOrder} />
      ))}
      {settled.length > 0 && <h3>{t({ message: 'Settled', context: 'promise' })}</h3>}
      {settled.map((promise) => (
        <PromiseCard key={promise.id} promise={promise} alone onOrder={onOrder} />
      ))}
    </div>
  );
}
