import { aftersales } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import CaseBlocks from './CaseBlock.tsx';

/** The cases of an order on its own page: what is open, then what is over. */
export function CasesOfOrder({ orderId }: { orderId: string }) {
  const may = useMay('aftersales.read');
  const open = useReply(aftersales.listCases, { orderId, limit: 20 }, { when: may });
  const done = useReply(aftersales.listCases, { orderId, tab: 'done', limit: 20 }, { when: may });
  useFresh(['case.'], [aftersales.listCases], 300);
  return <CaseBlocks cases={[...(open.data?.items ?? []), ...(done.data?.items ?? [])]} />;
}
