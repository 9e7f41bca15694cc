import { access, workbench } from '@guitai/contract';
import { refresh } from '../../lib/query.ts';

/** After a decision: what waits, how much waits, and the lists are asked for again. */
export const readAgain = () =>
  refresh(workbench.openApprovals, access.countApprovals, access.listApprovals);
