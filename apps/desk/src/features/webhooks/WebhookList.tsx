import { type ReplyOf, webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { ShopNames } from '../../ui/ShopNames.tsx';
import { WebhookState } from './WebhookState.tsx';

export type Webhook = ReplyOf<typeof webhooks.listWebhooks>['items'][number];

/** Every webhook this reader manages: where to, what, and how it is. */
export function WebhookList({ onMake }: { onMake: () => void }) {
  const { t } = useLingui();
  const pages = usePages(webhooks.listWebhooks, { limit: 200 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={2} />;
  if (pages.items.length === 0) {
    return (
      <Empty act={<Button onClick={onMake}>{t`Set up the first webhook`}</Button>}>
        {t`Your own systems can be told when an order, a case or a chat changes, without asking again and again.`}
      </Empty>
    );
  }
  return (
    <Rows label={t`Webhooks`}>
      {pages.items.map((webhook) => (
        <Row
          key={webhook.id}
          quiet={!webhook.enabled}
          title={<Link href={`/settings/webhooks/${webhook.id}`}>{webhook.name}</Link>}
          sub={
            <>
              <code>{webhook.url}</code>
              <br />
              {webhook.types.join(' · ')}
            </>
          }
          facts={
            <>
              <ShopNames ids={webhook.shopIds} />
              <WebhookState webhook={webhook} />
            </>
          }
        />
      ))}
    </Rows>
  );
}
