import { ReviewsOf } from '../../features/reviews/ReviewsOf.tsx';
import type { PanelProps } from './panels.tsx';

/** What this buyer has said in public, beside the chat. */
export default function ReviewsPanel({ conversation, inbox }: PanelProps) {
  return (
    <div role="tabpanel">
      <ReviewsOf
        of={{ buyerId: conversation.buyerId }}
        onOrder={(orderId) => inbox.side('orders', orderId)}
      />
    </div>
  );
}
