import { PromisePanel } from '../../features/promises/PromisePanel.tsx';
import { useMay } from '../../lib/session.tsx';
import type { PanelProps } from './panels.tsx';
import { askForPromise } from './promise-asked.ts';

/** What this buyer was promised, beside the chat. */
export default function PromisesPanel({ conversation, inbox }: PanelProps) {
  const may = useMay('promises.make');
  return (
    <PromisePanel
      buyerId={conversation.buyerId}
      onOrder={(orderId) => inbox.side('orders', orderId)}
      onMake={may ? () => askForPromise(conversation.id) : undefined}
    />
  );
}
