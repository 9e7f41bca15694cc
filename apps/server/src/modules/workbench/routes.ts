import { workbench } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { openApproval, openApprovals } from './approval-case.ts';
import { openCounter } from './counter.ts';
import { listMentionedOrders } from './mentioned.ts';
import { searchEverything } from './search.ts';

export const routes = [
  route(workbench.searchEverything, 'member', searchEverything),
  route(workbench.openCounter, 'conversations.read', openCounter),
  route(workbench.listMentionedOrders, 'orders.read', listMentionedOrders),
  route(workbench.openApprovals, 'approvals.read', openApprovals),
  route(workbench.openApproval, 'approvals.read', openApproval),
];
