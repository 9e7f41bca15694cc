import { access, workbench } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

/** How many requests for approval wait for the reader; followed live. */
export function useWaitingApprovals(): number {
  const may = useMay('approvals.read');
  const { data } = useReply(access.countApprovals, {}, { when: may });
  useFresh(
    ['approval.', 'authority.changed'],
    [access.countApprovals, workbench.openApprovals],
    150,
  );
  return data?.waiting ?? 0;
}
