import type { conversations, workbench } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { draftOf, writeDraft } from '../../features/conversations/drafts.ts';
import { postScript } from '../../features/conversations/outgoing.ts';
import type { Pen } from '../../features/conversations/pen.ts';
import { Helper } from '../../features/scripts/Helper.tsx';
import { openPicker } from '../../features/scripts/picking.ts';
import { useMay } from '../../lib/session.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Inbox } from './OpenConversation.tsx';

/** Opens the list of scripts: in the field while it is empty, above it otherwise. */
export function findScript(conversationId: string): void {
  if (draftOf(conversationId, 'reply') === '') writeDraft(conversationId, 'reply', '/');
  else openPicker(conversationId);
}

interface Props {
  readonly pen: Pen;
  readonly conversation: conversations.Conversation;
  readonly counter: workbench.CounterShape | undefined;
  readonly inbox: Inbox;
  readonly seen: number;
}

/** Scripts at the composer, with the order in hand and the words they are to answer. */
export function ScriptHelp({ pen, conversation, counter, inbox, seen }: Props) {
  const { id, shopId, lastAuthorKind, lastText } = conversation;
  const orders = counter?.orders.items ?? [];
  const inHand = orders.find((order) => order.id === inbox.address.orderId) ?? orders[0];
  return (
    <Helper
      pen={pen}
      conversationId={id}
      shopId={shopId}
      orderId={inHand?.id}
      question={lastAuthorKind === 'buyer' ? lastText : ''}
      onSend={(parts) => void postScript(id, parts, seen)}
    />
  );
}

export function ScriptButton({ conversationId }: { conversationId: string }) {
  const { t } = useLingui();
  if (!useMay('scripts.read')) return null;
  return (
    <IconButton name={t`Find a script`} hint="/" onClick={() => findScript(conversationId)}>
      <Icon name="spark" />
    </IconButton>
  );
}
