import { react } from '../../kernel/reactions.ts';
import {
  approvalApproved,
  approvalExpired,
  approvalRefused,
  approvalRequested,
  approvalVoid,
  approvalWithdrawn,
} from '../access/index.ts';
import { conversationFacts, postLine } from '../conversations/index.ts';

/** What becomes of a request for approval stands, for the team alone, in the conversation it came from. */
export const approvalReactions = [
  react(
    'care.tellApprovals',
    [
      approvalRequested,
      approvalApproved,
      approvalRefused,
      approvalVoid,
      approvalExpired,
      approvalWithdrawn,
    ],
    async (actor, tx, { type, data }) => {
      const { conversationId, shopId, buyerId } = data;
      const there = conversationId === null ? null : await conversationFacts(tx, conversationId);
      if (!there || there.shopId !== shopId || there.buyerId !== buyerId) return;
      const { id, action, amountMinor, currency, note, reason, voidReason } = data;
      await postLine(actor, tx, {
        conversationId: there.id,
        code: type,
        params: {
          ...{ approvalId: id, action, amountMinor, currency, note, reason, voidReason },
          requesterName: data.requester.name,
          byName: data.decidedBy?.name ?? null,
        },
      });
    },
  ),
];
