import type { conversations } from '@guitai/contract';
import { Trans } from '@lingui/react/macro';
import { useNow } from '../../lib/clock.ts';
import { Button } from '../../ui/Button.tsx';
import type { ConversationActs } from './acts.ts';
import styles from './HandedBar.module.css';
import { handedTo } from './handed.rules.ts';
import { useThread } from './thread.ts';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly memberId: string;
  readonly acts: ConversationActs;
}

/** CONV-15: who has just handed this chat over, and the minute in which it may be given back. */
export function HandedBar({ conversation, memberId, acts }: Props) {
  const { thread } = useThread(conversation.id);
  const now = useNow();
  const mine = conversation.assigneeId === memberId;
  const handed = mine ? handedTo(memberId, thread?.messages.slice(-20) ?? [], now) : null;
  if (!handed) return null;
  const { fromName, note, secondsLeft } = handed;
  return (
    <div className={styles.bar} role="status">
      <p>
        <Trans>{fromName} handed this chat to you.</Trans>
        {note && <q>{note}</q>}
      </p>
      <Button small busy={acts.busy} onClick={() => void acts.giveBack()}>
        <Trans>Give back</Trans> <span className={styles.left}>{secondsLeft}</span>
      </Button>
    </div>
  );
}
