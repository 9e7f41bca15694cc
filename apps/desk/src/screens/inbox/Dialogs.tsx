import type { conversations } from '@guitai/contract';
import { lazy, Suspense } from 'react';
import type { ConversationActs } from '../../features/conversations/acts.ts';
import { seedOf } from './task-seed.ts';

const TransferDialog = lazy(() => import('../../features/conversations/TransferDialog.tsx'));
const TaskDialog = lazy(() => import('../../features/work/TaskDialog.tsx'));
const SnoozeDialog = lazy(() => import('../../features/conversations/SnoozeDialog.tsx'));

export type DialogName = 'transfer' | 'snooze' | 'task' | undefined;

interface Props {
  readonly name: DialogName;
  readonly conversation: conversations.Conversation;
  readonly acts: ConversationActs;
  readonly onClose: () => void;
}

/** The dialogs of a conversation, loaded when first asked for. */
export const Dialogs = ({ name, conversation, acts, onClose }: Props) => (
  <Suspense fallback={null}>
    {name === 'transfer' && (
      <TransferDialog conversation={conversation} acts={acts} onClose={onClose} />
    )}
    {name === 'task' && <TaskDialog seed={seedOf(conversation)} onClose={onClose} />}
    {name === 'snooze' && <SnoozeDialog acts={acts} onClose={onClose} />}
  </Suspense>
);
