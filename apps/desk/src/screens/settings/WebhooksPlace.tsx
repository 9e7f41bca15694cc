import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { WebhookDialog } from '../../features/webhooks/WebhookDialog.tsx';
import { WebhookList } from '../../features/webhooks/WebhookList.tsx';
import { WebhookPage } from '../../features/webhooks/WebhookPage.tsx';
import { onLiveEvent } from '../../lib/live.ts';
import { usePages } from '../../lib/pages.ts';
import { refresh } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** Where happenings are sent: all webhooks, or one with its deliveries. */
export default function WebhooksPlace() {
  const { webhookId } = useParams<{ webhookId?: string }>();
  useEffect(
    () =>
      onLiveEvent(({ type }) => {
        if (type === 'webhook.changed')
          refresh(webhooks.listWebhooks, webhooks.listWebhookDeliveries);
      }),
    [],
  );
  return webhookId ? <OneWebhook key={webhookId} webhookId={webhookId} /> : <AllWebhooks />;
}

function AllWebhooks() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const make = () => setMaking(true);
  return (
    <>
      <PageHead
        title={t`Webhooks`}
        lead={t`What happens here, sent to your own systems: signed, in order, and again until it has arrived.`}
        back="/settings"
        backWhenNarrow
        acts={
          <Button look="main" onClick={make}>
            <Icon name="plus" size={16} />
            {t`New webhook`}
          </Button>
        }
      />
      <WebhookList onMake={make} />
      {making && <WebhookDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function OneWebhook({ webhookId }: { webhookId: string }) {
  const { t } = useLingui();
  const pages = usePages(webhooks.listWebhooks, { limit: 200 });
  const webhook = pages.items?.find(({ id }) => id === webhookId);
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={8} />;
  if (!webhook) return <Empty>{t`There is no such webhook, or it is not yours.`}</Empty>;
  return <WebhookPage webhook={webhook} />;
}
