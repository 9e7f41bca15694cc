import { type ReplyOf, webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { useDeliveryStates } from './states.ts';
import styles from './webhooks.module.css';

type Delivery = ReplyOf<typeof webhooks.listWebhookDeliveries>['items'][number];

/** One event on its way: how it went, what was sent and answered, and once more. */
export function DeliveryRow({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { word, tone } = useDeliveryStates()[delivery.state];
  const replay = useAct(webhooks.replayWebhookDelivery, () =>
    refresh(webhooks.listWebhookDeliveries, webhooks.listWebhooks),
  );
  const { attempts, tookMs } = delivery;
  return (
    <Row
      title={
        <>
          <code>{delivery.type}</code> <Word tone={tone}>{word}</Word>
        </>
      }
      sub={
        <>
          <When at={delivery.at} form="ago" />
          {delivery.replayOf && <> · {t`replayed`}</>}
          {attempts > 1 && <> · {t`${attempts} tries`}</>}
          {delivery.trouble && <> · {delivery.trouble}</>}
          {delivery.nextAt && (
            <>
              {' '}
              · {t`next try`} <When at={delivery.nextAt} form="ago" />
            </>
          )}
        </>
      }
      facts={delivery.status !== null && <span>{t`${delivery.status} in ${tookMs ?? 0} ms`}</span>}
      acts={
        <>
          <Button small look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t`Less` : t`Details`}
          </Button>
          {delivery.can.includes('replayWebhookDelivery') && (
            <Button
              small
              busy={replay.busy}
              onClick={() => void replay.run({ webhookId, deliveryId: delivery.id })}
            >
              {t`Send again`}
            </Button>
          )}
        </>
      }
      below={
        <>
          <Refusal refusal={replay.refusal} onClose={replay.reset} />
          {open && <DeliveryDetail delivery={delivery} />}
        </>
      }
    />
  );
}

function DeliveryDetail({ delivery }: { delivery: Delivery }) {
  const { t } = useLingui();
  return (
    <div className={styles.detail}>
      <span className={styles.soft}>
        <code>{`webhook-id: ${delivery.eventId}`}</code>
      </span>
      <h3>{t({ message: 'Sent', context: 'webhook' })}</h3>
      <pre>{delivery.request ?? t`You may not see this event, or it is no more.`}</pre>
      {delivery.answer && (
        <>
          <h3>{t({ message: 'Answered', context: 'webhook' })}</h3>
          <pre>{delivery.answer}</pre>
        </>
      )}
    </div>
  );
}
