import type { access, InputOf, workbench } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { getApproval, listApprovals } from '../access/index.ts';
import { type CaseRow, caseRows } from './approval-case.store.ts';

type Approval = access.ApprovalShape;

/** What is earned on the goods is for who decides; where a cost is unknown, nobody guesses. */
function marginOf(approval: Approval, row: CaseRow | undefined) {
  if (row?.margin == null || !approval.can.includes('grantApproval')) return null;
  return { beforeMinor: row.margin, afterMinor: row.margin - approval.amountMinor };
}

async function casesOf(actor: StaffActor, tx: Tx, approvals: readonly Approval[]) {
  const rows = await caseRows(actor, tx, approvals);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return approvals.map((approval) => {
    const row = byId.get(approval.id);
    return {
      approval,
      order: (row?.order ?? null) as workbench.ApprovalCaseShape['order'],
      buyer: row?.buyer ?? null,
      margin: marginOf(approval, row),
      flags: row?.flagged ? (['address_and_refund'] as const).slice() : [],
    };
  });
}

/** Requests for approval with what one looks at to decide them. */
export async function openApprovals(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof workbench.openApprovals>,
) {
  const page = await listApprovals(actor, tx, input);
  if (isRefusal(page)) return page;
  return { items: await casesOf(actor, tx, page.items), next: page.next };
}

/** One request with what one looks at to decide it. */
export async function openApproval(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof workbench.openApproval>,
): Promise<
  workbench.ApprovalCaseShape | Extract<Awaited<ReturnType<typeof getApproval>>, { code: string }>
> {
  const approval = await getApproval(actor, tx, input);
  if (isRefusal(approval)) return approval;
  const [found] = await casesOf(actor, tx, [approval]);
  if (!found) throw new Error('a case was lost');
  return found;
}
