import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';
import type { Webhook } from './WebhookList.tsx';

/** How a webhook is, in a word; what waits stands beside it. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { t } = useLingui();
  const { waiting } = webhook;
  if (!webhook.enabled)
    return <Word tone="quiet">{t({ message: 'Off', context: 'webhook' })}</Word>;
  if (webhook.paused)
    return <Word tone="late">{t({ message: 'Paused', context: 'webhook' })}</Word>;
  if (webhook.failures > 0) return <Word tone="soon">{t`Not answering, ${waiting} waiting`}</Word>;
  if (waiting > 0) return <Word>{t`${waiting} waiting`}</Word>;
  return <Word tone="good">{t({ message: 'Up to date', context: 'webhook' })}</Word>;
}
