import { Id, Type } from '@guitai/contract';
import { defineJob } from '../../kernel/jobs.ts';

/** Planned for when a line of approvers should have decided; `approval.due.ts` carries it out. */
export const approvalDuePlan = defineJob(
  'access.approvalDue',
  Type.Object({ approvalId: Id }),
  async () => undefined,
);
