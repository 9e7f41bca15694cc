import type { conversations } from '@guitai/contract';
import { Suspense } from 'react';
import type { ConversationActs } from '../../features/conversations/acts.ts';
import type { PromiseSeed } from '../../features/promises/PromiseDialog.tsx';
import { soon } from '../../lib/ahead.ts';
import { seedOf } from './task-seed.ts';

const TransferDialog = soon(() => import('../../features/conversations/TransferDialog.tsx'));
const TaskDialog = soon(() => import('../../features/teamwork/TaskDialog.tsx'));
const PromiseDialog = soon(() => import('../../features/promises/PromiseDialog.tsx'));
const SnoozeDialog = soon(() => import('../../features/conversations/SnoozeDialog.tsx'));

/** The words, the shop's clock and the goods of a promise about to be made. */
export interface PromiseStart {
  readonly timezone: string;
  readonly seed: PromiseSeed;
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

export type DialogName = 'transfer' | 'snooze' | 'task' | 'promise' | undefined;

interface Props {
  readonly name: DialogName;
  readonly conversation: conversations.Conversation;
  readonly acts: ConversationActs;
  /** What a promise starts from; asked for when its form is opened. */
  readonly promise: PromiseStart | undefined;
  readonly onClose: () => void;
}

/** The dialogs of a conversation, loaded when first asked for. */
export const Dialogs = ({ name, conversation, acts, promise, onClose }: Props) => (
  <Suspense fallback={null}>
    {name === 'transfer' && (
      <TransferDialog conversation={conversation} acts={acts} onClose={onClose} />
    )}
    {name === 'task' && <TaskDialog seed={seedOf(conversation)} onClose={onClose} />}
    {name === 'promise' && promise && (
      <PromiseDialog conversationId={conversation.id} {...promise} onClose={onClose} />
    )}
    {name === 'snooze' && <SnoozeDialog acts={acts} onClose={onClose} />}
  </Suspense>
);
