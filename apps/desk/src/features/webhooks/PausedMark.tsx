import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { onLiveEvent } from '../../lib/live.ts';
import { refresh, useReply } from '../../lib/query.ts';
import { Word } from '../../ui/Word.tsx';

/** Beside the name of the place: a webhook was paused, somebody has to look. */
export function PausedMark() {
  const { t } = useLingui();
  const { data } = useReply(webhooks.listWebhooks, { limit: 200 });
  useEffect(
    () =>
      onLiveEvent(({ type }) => {
        if (type === 'webhook.changed') refresh(webhooks.listWebhooks);
      }),
    [],
  );
  const paused = data?.items.some((webhook) => webhook.enabled && webhook.paused);
  return paused ? <Word tone="late">{t({ message: 'Paused', context: 'webhook' })}</Word> : null;
}
