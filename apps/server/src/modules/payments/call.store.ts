import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { CallbackRead, GatewayAnswer, GatewayKind } from './ports.ts';

interface Call {
  readonly gateway: GatewayKind;
  readonly kind: 'pay' | 'query_payment' | 'refund' | 'query_refund';
  readonly subjectId: string;
  readonly answer: GatewayAnswer;
  readonly tookMs: number;
}

/** Keeps that a gateway was called and what it said; never what was sent. */
export const insertCall = (tx: Tx, { gateway, kind, subjectId, answer, tookMs }: Call) =>
  run(
    tx,
    sql`insert into gateway_calls (team_id, id, gateway, kind, subject_id, state, detail, took_ms)
        values (${tx.team}, ${newId()}, ${gateway}, ${kind}, ${subjectId}, ${answer.state},
          ${(answer.failure ?? '').slice(0, 300)}, ${Math.round(tookMs)})`,
  );

interface Kept {
  readonly gateway: GatewayKind;
  readonly shopId: string;
  readonly read: CallbackRead;
  readonly moved: boolean;
  readonly hash: Buffer;
}

/** Claims a telling of a gateway; false where it was heard before. */
export const isNewCallback = async (
  tx: Tx,
  { gateway, shopId, read, moved, hash }: Kept,
): Promise<boolean> => {
  const rows = await run(
    tx,
    sql`insert into gateway_callbacks (team_id, gateway, shop_id, event_id, about, key, state, moved, body_hash)
        values (${tx.team}, ${gateway}, ${shopId}, ${read.eventId}, ${read.about}, ${read.key}, ${read.answer.state}, ${moved}, ${hash})
        on conflict do nothing returning 1 as one`,
  );
  return rows.length > 0;
};
