import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { filesOfBuyer } from '../conversations/index.ts';
import type { EvidenceFile } from './evidence.store.ts';

interface Owner {
  readonly shopId: string;
  readonly buyerId: string | null;
}

/** The files, when each stands in a conversation of this buyer with this shop. */
export async function evidenceOf(
  tx: Tx,
  { shopId, buyerId }: Owner,
  fileIds: readonly string[] = [],
): Promise<EvidenceFile[] | ReturnType<typeof refuse<'case.evidence_foreign'>>> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  const found = buyerId === null ? [] : await filesOfBuyer(tx, shopId, buyerId, wanted);
  return found.length === wanted.length ? found : refuse('case.evidence_foreign');
}
