import type { AddressShape } from '@guitai/contract';
import { sql } from 'kysely';
import type { ActorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** The delivery address with the text the source sent; both null where there is none. */
export const readAddress = (tx: Tx, orderId: string) =>
  first<{ address: AddressShape | null; raw: string | null }>(
    tx,
    sql`select address, address_raw as raw from orders where team_id = ${tx.team} and id = ${orderId}`,
  );

/** Replaces the delivery address. */
export const writeAddress = (tx: Tx, orderId: string, address: AddressShape) =>
  run(
    tx,
    sql`update orders set address = ${JSON.stringify(address)}::json, address_raw = null
        where team_id = ${tx.team} and id = ${orderId}`,
  );

export interface Proposal {
  readonly orderId: string;
  readonly address: AddressShape;
  readonly note: string;
}

export const insertProposal = (tx: Tx, id: string, proposal: Proposal, by: ActorRef) =>
  run(
    tx,
    sql`insert into address_changes (team_id, id, order_id, address, note, actor_kind, actor_id, proposed_at)
        values (${tx.team}, ${id}, ${proposal.orderId}, ${JSON.stringify(proposal.address)}::json, ${proposal.note},
          ${by.kind}, ${by.id}, ${now()})`,
  );

/** The proposal nobody has decided; the one named, where one is named. */
export const readOpenProposal = (tx: Tx, orderId: string, id: string | null) =>
  first<{ id: string; address: AddressShape }>(
    tx,
    sql`select id, address from address_changes where team_id = ${tx.team} and order_id = ${orderId}
        and state = 'proposed' and (${id}::uuid is null or id = ${id})`,
  );

/** Decides a proposal; `by` is null where a newer one took its place. */
export const settleProposal = (
  tx: Tx,
  id: string,
  state: 'accepted' | 'refused',
  by: string | null,
  decision: string,
) =>
  run(
    tx,
    sql`update address_changes set state = ${state}, decided_by = ${by}, decided_at = ${now()}, decision = ${decision}
        where team_id = ${tx.team} and id = ${id}`,
  );
