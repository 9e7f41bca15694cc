import type { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { onLiveEvent, stopTypist } from '../../lib/live.ts';

/** Reads new messages of the buyer to people who listen instead of looking, politely. */
export function Announcer({
  conversationId,
  buyerName,
}: {
  conversationId: string;
  buyerName: string;
}) {
  const { t } = useLingui();
  const [said, setSaid] = useState<{ key: string; text: string }>();
  useEffect(
    () =>
      onLiveEvent(({ type, data }) => {
        if (type !== 'message.posted') return;
        const { message } = data as conversations.MessagePosted;
        stopTypist(message.conversationId, message.author.kind, message.author.id);
        if (message.conversationId !== conversationId || message.author.kind !== 'buyer') return;
        setSaid({ key: message.id, text: message.text });
      }),
    [conversationId],
  );
  const text = said?.text || t`sent a picture, file or card`;
  return (
    <div className="unseen" aria-live="polite" role="log">
      {said && <p key={said.key}>{`${buyerName}: ${text}`}</p>}
    </div>
  );
}
