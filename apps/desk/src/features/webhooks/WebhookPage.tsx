import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopNames } from '../../ui/ShopNames.tsx';
import { When } from '../../ui/When.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { PauseNotice } from './PauseNotice.tsx';
import { RotateDialog } from './RotateDialog.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import type { Webhook } from './WebhookList.tsx';
import { WebhookState } from './WebhookState.tsx';
import styles from './webhooks.module.css';

/** One webhook: what it is, how it is, what it was sent. */
export function WebhookPage({ webhook }: { webhook: Webhook }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [open, setOpen] = useState<'change' | 'secret'>();
  const close = () => setOpen(undefined);
  const update = useAct(webhooks.updateWebhook, () => refresh(webhooks.listWebhooks));
  const remove = useAct(webhooks.removeWebhook, () => {
    refresh(webhooks.listWebhooks);
    go('/settings/webhooks');
  });
  return (
    <>
      <PageHead
        title={webhook.name}
        back="/settings/webhooks"
        acts={
          <>
            <Button onClick={() => setOpen('change')}>
              {t({ message: 'Change', context: 'webhook' })}
            </Button>
            <Button onClick={() => setOpen('secret')}>{t`New secret`}</Button>
            {webhook.enabled && !webhook.paused && (
              <Button
                busy={update.busy}
                onClick={() => void update.run({ webhookId: webhook.id, enabled: false })}
              >
                {t`Switch off`}
              </Button>
            )}
            <Popconfirm
              title={t`What waits is not sent any more.`}
              okText={t`Remove`}
              onConfirm={() => void remove.run({ webhookId: webhook.id })}
            >
              <Button look="plain" busy={remove.busy}>
                {t`Remove`}
              </Button>
            </Popconfirm>
          </>
        }
      />
      <Refusal refusal={update.refusal ?? remove.refusal} />
      <PauseNotice webhook={webhook} />
      <div className={styles.facts}>
        <span>
          <code>{webhook.url}</code> <WebhookState webhook={webhook} />
        </span>
        <span className={styles.soft}>{webhook.types.join(' · ')}</span>
        <ShopNames ids={webhook.shopIds} />
        {webhook.oldSecretUntil && (
          <span className={styles.soft}>
            {t`The old secret still signs until`} <When at={webhook.oldSecretUntil} form="day" />
          </span>
        )}
      </div>
      <DeliveryList webhookId={webhook.id} />
      {open === 'change' && <WebhookDialog webhook={webhook} onClose={close} />}
      {open === 'secret' && <RotateDialog webhookId={webhook.id} onClose={close} />}
    </>
  );
}
