import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { WebhookRow } from './tables.ts';

const columns =
  sql.raw(`id, name, url, types, shop_ids as "shopIds", secret, old_secret as "oldSecret",
  old_secret_until as "oldSecretUntil", enabled, paused_at as "pausedAt", paused_why as "pausedWhy", failures,
  failing_since as "failingSince", rest_until as "restUntil", seq, creator_kind as "creatorKind",
  creator_id as "creatorId", created_at as "createdAt"`);

/** A page of webhooks, oldest first; `shops` limits it to those that hear only of these. */
export const listWebhookRows = (
  tx: Tx,
  { shops, after, limit }: { shops: readonly string[] | null; after: string | null; limit: number },
) =>
  run<WebhookRow>(
    tx,
    sql`select ${columns} from webhooks where team_id = ${tx.team}
          and (${after}::uuid is null or id > ${after}::uuid)
          and (${shops}::uuid[] is null or shop_ids <@ ${shops}::uuid[])
        order by id limit ${limit}`,
  );

/** One webhook; `lock` keeps others from changing it meanwhile. */
export const readWebhook = (tx: Tx, id: string, lock = false) =>
  first<WebhookRow>(
    tx,
    sql`select ${columns} from webhooks where team_id = ${tx.team} and id = ${id} ${sql.raw(lock ? 'for update' : '')}`,
  );

/** The webhook for one process at a time; undefined while another has it. */
export const takeWebhook = (tx: Tx, id: string) =>
  first<WebhookRow>(
    tx,
    sql`select ${columns} from webhooks where team_id = ${tx.team} and id = ${id} for update skip locked`,
  );

/** Webhooks that are on and not paused. */
export const workingWebhooks = (tx: Tx) =>
  run<{ id: string }>(
    tx,
    sql`select id from webhooks where team_id = ${tx.team} and enabled and paused_at is null order by id`,
  );

export const countWebhooks = async (tx: Tx): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      sql`select count(*)::int as n from webhooks where team_id = ${tx.team}`,
    )
  )?.n ?? 0;

export const insertWebhook = (tx: Tx, w: WebhookRow) =>
  run(
    tx,
    sql`insert into webhooks (team_id, id, name, url, types, shop_ids, secret, seq, creator_kind, creator_id, created_at)
        values (${tx.team}, ${w.id}, ${w.name}, ${w.url}, ${w.types}, ${w.shopIds}, ${w.secret}, ${w.seq},
          ${w.creatorKind}, ${w.creatorId}, ${w.createdAt})`,
  );

/** Writes everything a person may change, and what follows from it. */
export const saveWebhook = (tx: Tx, w: WebhookRow) =>
  run(
    tx,
    sql`update webhooks set name = ${w.name}, url = ${w.url}, types = ${w.types}, shop_ids = ${w.shopIds},
          secret = ${w.secret}, old_secret = ${w.oldSecret}, old_secret_until = ${w.oldSecretUntil},
          enabled = ${w.enabled}, paused_at = ${w.pausedAt}, paused_why = ${w.pausedWhy}, failures = ${w.failures},
          failing_since = ${w.failingSince}, rest_until = ${w.restUntil}, seq = ${w.seq},
          creator_kind = ${w.creatorKind}, creator_id = ${w.creatorId}
        where team_id = ${tx.team} and id = ${w.id}`,
  );

export const deleteWebhook = (tx: Tx, id: string) =>
  run(tx, sql`delete from webhooks where team_id = ${tx.team} and id = ${id}`);

export const moveWebhook = (tx: Tx, id: string, seq: number) =>
  run(tx, sql`update webhooks set seq = ${seq} where team_id = ${tx.team} and id = ${id}`);
