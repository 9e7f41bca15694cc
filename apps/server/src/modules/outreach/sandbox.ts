import type { InputOf, outreach } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { gatewayOfId } from './gateway.store.ts';
import { mayManage } from './gateway.ts';
import { sandboxRows } from './sandbox.store.ts';

/** What a sandbox gateway was handed, newest first. */
export async function listSandboxMessages(
  actor: StaffActor,
  tx: Tx,
  { gatewayId, cursor, limit = 50 }: InputOf<typeof outreach.listSandboxMessages>,
) {
  const row = await gatewayOfId(tx, gatewayId);
  if (row?.kind !== 'sandbox' || !mayManage(actor, row.shopIds)) return refuse('gateway.not_found');
  const place = readCursor<[string]>('sandbox', ['id'], cursor);
  if (isRefusal(place)) return place;
  const rows = await sandboxRows(tx, gatewayId, { after: place?.[0] ?? null, limit: limit + 1 });
  const page = pageOf('sandbox', rows, limit, ({ id }) => [id]);
  const items = page.items.map((one) => ({ ...one, at: one.at.toISOString() }));
  return { items, next: page.next };
}
