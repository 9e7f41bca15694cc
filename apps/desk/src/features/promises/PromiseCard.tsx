import { promises } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { Due } from './Due.tsx';
import { PromiseLater } from './PromiseLater.tsx';
import { eventWords, stateTones, stateWords } from './promise.words.ts';
import styles from './promises.module.css';
import { refreshPromises } from './refresh.ts';

type One = promises.TeamPromiseShape;

interface Props {
  readonly promise: One;
  /** In the buyer's own panel the buyer needs no name. */
  readonly alone?: boolean;
  readonly onOrder?: (orderId: string) => void;
}

/** One promise: what was said, by whom, what keeps it, how long there is; and what may be done. */
export function PromiseCard({ promise, alone = false, onOrder }: Props) {
  const { t, i18n } = useLingui();
  return (
    <article className={styles.card} data-state={promise.state} data-promise={promise.id}>
      <p className={styles.said}>{promise.sentence}</p>
      <p className={styles.line}>
        <Word tone={stateTones[promise.state]}>{i18n._(stateWords[promise.state])}</Word>
        <span>{i18n._(eventWords[promise.event])}</span>
        <About promise={promise} onOrder={onOrder} />
        <span className={styles.push} />
        <Due promise={promise} />
      </p>
      <p className={styles.who}>
        {!alone && <Link href={`/buyers/${promise.buyerId}`}>{promise.buyerName || t`Buyer`}</Link>}
        <span>
          {promise.memberName || '–'} · <When at={promise.madeAt} />
        </span>
        {promise.readyAt && promise.state === 'open' && (
          <span>{t`It is here: tell the buyer`}</span>
        )}
        {promise.extensions > 0 && (
          <span title={t`The buyer was told each time.`}>
            <Plural value={promise.extensions} one="# delay" other="# delays" />
          </span>
        )}
        {promise.settledAt && (
          <span>
            {promise.settledByName || t`by itself`} · <When at={promise.settledAt} />
          </span>
        )}
        {promise.reason && <q>{promise.reason}</q>}
      </p>
      <Acts promise={promise} />
    </article>
  );
}

function About({ promise, onOrder }: { promise: One; onOrder: Props['onOrder'] }): ReactNode {
  const { orderId, orderNumber, productTitle } = promise;
  if (orderId && orderNumber)
    return onOrder ? (
      <button type="button" className={styles.order} onClick={() => onOrder(orderId)}>
        {orderNumber}
      </button>
    ) : (
      <Link href={`/orders/${orderId}`}>{orderNumber}</Link>
    );
  return productTitle ? <span className={styles.product}>{productTitle}</span> : null;
}

function Acts({ promise }: { promise: One }) {
  const { t } = useLingui();
  const [why, setWhy] = useState<string>();
  const [isLater, setLater] = useState(false);
  const { id: promiseId, can, dueAt } = promise;
  const keep = useAct(promises.keepPromise, refreshPromises);
  const cancel = useAct(promises.cancelPromise, refreshPromises);
  const reopen = useAct(promises.reopenPromise, refreshPromises);
  const send = async () => {
    if (why?.trim() && (await cancel.run({ promiseId, reason: why.trim() }))) setWhy(undefined);
  };
  if (can.length === 0) return null;
  if (isLater && dueAt)
    return <PromiseLater promise={{ ...promise, dueAt }} onClose={() => setLater(false)} />;
  return (
    <div className={styles.acts}>
      {can.includes('keepPromise') && why === undefined && (
        <Button
          small
          busy={keep.busy}
          onClick={() => void keep.run({ promiseId })}
        >{t`Done`}</Button>
      )}
      {can.includes('extendPromise') && why === undefined && (
        <Button small look="plain" onClick={() => setLater(true)}>
          {t({ message: 'Later …', context: 'promise' })}
        </Button>
      )}
      {can.includes('cancelPromise') && why === undefined && (
        <Button small look="plain" onClick={() => setWhy('')}>{t`Cancel it …`}</Button>
      )}
      {why !== undefined && (
        <>
          <Input
            autoFocus
            size="small"
            maxLength={500}
            aria-label={t`Why it is cancelled`}
            placeholder={t`Why it is cancelled`}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
            onPressEnter={() => void send()}
          />
          <Button small busy={cancel.busy} disabled={why.trim() === ''} onClick={() => void send()}>
            {t`Cancel the promise`}
          </Button>
          <Button small look="plain" onClick={() => setWhy(undefined)}>{t`Leave it`}</Button>
        </>
      )}
      {can.includes('reopenPromise') && (
        <Button
          small
          look="plain"
          busy={reopen.busy}
          onClick={() => void reopen.run({ promiseId })}
        >
          {t({ message: 'Undo', context: 'promise' })}
        </Button>
      )}
      <Refusal refusal={keep.refusal ?? cancel.refusal ?? reopen.refusal} />
    </div>
  );
}
