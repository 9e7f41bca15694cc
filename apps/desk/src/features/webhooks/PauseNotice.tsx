import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { Webhook } from './WebhookList.tsx';
import styles from './webhooks.module.css';

/** Why a webhook stands still, and the two ways to go on. Nothing while it works. */
export function PauseNotice({ webhook }: { webhook: Webhook }) {
  const { t } = useLingui();
  const update = useAct(webhooks.updateWebhook, () => refresh(webhooks.listWebhooks));
  if (webhook.enabled && !webhook.paused) return null;
  const why = {
    failing: t`Paused: it did not take deliveries for more than a day.`,
    gone: t`Paused: the receiver said that it is gone.`,
    creator: t`Paused: whoever set it up no longer works here. Who switches it on stands for it.`,
  };
  const start = (skipMissed: boolean) =>
    void update.run({
      webhookId: webhook.id,
      enabled: true,
      ...(skipMissed ? { skipMissed } : {}),
    });
  return (
    <div className={styles.notice} role="status">
      <Icon name="alert" size={16} />
      <span>{webhook.paused ? why[webhook.paused.why] : t`Switched off: nothing is sent.`}</span>
      <Button small look="main" busy={update.busy} onClick={() => start(false)}>
        {t`Go on where it stopped`}
      </Button>
      <Button small busy={update.busy} onClick={() => start(true)}>
        {t`Go on from now`}
      </Button>
      <Refusal refusal={update.refusal} />
    </div>
  );
}
