import type { Heard, Reaction } from '../../kernel/reactions.ts';
import { rehearseApprovalsWith } from './approval.void.ts';
import type { AccessPorts } from './ports.ts';

/** What becomes of requests for approval when their order changes; which events say so is told at composition. */
export const reactionsWith = ({ commandOf, orderChanges }: AccessPorts): readonly Reaction[] => {
  if (orderChanges.length === 0) return [];
  const rehearse = rehearseApprovalsWith(commandOf);
  return [
    {
      name: 'access.rehearseApprovals',
      types: orderChanges.map((event) => event.type),
      size: 1,
      react: async (actor, tx, [event]: readonly Heard<{ orderId: string }>[]) =>
        event && rehearse(actor, tx, event.data.orderId),
    },
  ];
};
