import type { conversations } from '@guitai/contract';
import type { Hub } from '../../kernel/live/hub.ts';

/** What was taken back is not told again: who returns hears of the message as it is now. */
export function followRecalls(hub: Hub): void {
  hub.onDelivered((recalled) => {
    if (recalled.type !== 'message.recalled') return;
    const { message, conversation } = JSON.parse(recalled.data) as conversations.MessageChanged;
    const was = { state: conversation.state, assigneeId: conversation.assigneeId };
    const data = JSON.stringify({ message, conversation, was });
    hub.amend(recalled.team, recalled.subject, (event) =>
      event.type === 'message.posted' ? { ...event, data } : event,
    );
  });
}
