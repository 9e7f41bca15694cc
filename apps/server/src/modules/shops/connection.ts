import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** `new`: never reached yet. `down`: does not answer. `denied`: answers, but no longer lets us in. */
export type ConnectionState = 'new' | 'ok' | 'down' | 'denied';

/** A shop's line to the platform its orders live on; at most one a shop. */
export interface Connection {
  readonly id: string;
  readonly shopId: string;
  readonly kind: string;
  readonly url: string;
  /** Sealed with the server's key; opened only by `connectors`. */
  readonly secrets: Buffer;
  readonly options: Readonly<Record<string, unknown>>;
  /** What the platform lets us do: words of `connectors/ports.ts`. */
  readonly capabilities: readonly string[];
  readonly state: ConnectionState;
  /** Since when it is in this state. */
  readonly stateAt: string;
  /** Why it is not well: a word of ours, or what the platform said. */
  readonly trouble: string;
  readonly enabled: boolean;
  /** Up to where its changes were read. */
  readonly cursor: string | null;
  readonly lastReadAt: string | null;
  readonly comparedAt: string | null;
  /** What the last comparison of mirror and platform found; null before the first. */
  readonly differences: number | null;
  readonly createdAt: string;
}

const iso = (column: string) => sql.raw(isoColumn(column));

const rows = sql`select id, shop_id as "shopId", kind, url, secrets, options, capabilities, state,
    ${iso('state_at')} as "stateAt", trouble, enabled, cursor, ${iso('last_read_at')} as "lastReadAt",
    ${iso('compared_at')} as "comparedAt", differences, ${iso('created_at')} as "createdAt"
  from shop_connections`;

/** The connection of a shop; undefined for a shop of our own or one filled from files. */
export const connectionOfShop = (tx: Tx, shopId: string): Promise<Connection | undefined> =>
  first(tx, sql`${rows} where team_id = ${tx.team} and shop_id = ${shopId}`);

export const connectionOfId = (tx: Tx, id: string): Promise<Connection | undefined> =>
  first(tx, sql`${rows} where team_id = ${tx.team} and id = ${id}`);

/** The same, locked until the transaction ends. */
export const lockConnection = (tx: Tx, id: string): Promise<Connection | undefined> =>
  first(tx, sql`${rows} where team_id = ${tx.team} and id = ${id} for update`);

/** Connections of the given shops (null: of all), oldest first. */
export const listConnectionRows = (
  tx: Tx,
  page: { shops: readonly string[] | null; after: string | null; limit: number },
): Promise<Connection[]> =>
  run(
    tx,
    sql`${rows} where team_id = ${tx.team}
          and (${page.shops === null} or shop_id = any(${[...(page.shops ?? [])]}::uuid[]))
          and (${page.after}::uuid is null or id > ${page.after}::uuid)
        order by id limit ${page.limit}`,
  );

type NewConnection = Pick<
  Connection,
  'id' | 'shopId' | 'kind' | 'url' | 'secrets' | 'options' | 'capabilities'
>;

/** Adds a connection; false when the shop has one. */
export async function insertConnection(tx: Tx, made: NewConnection): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into shop_connections (team_id, id, shop_id, kind, url, secrets, options, capabilities)
        values (${tx.team}, ${made.id}, ${made.shopId}, ${made.kind}, ${made.url}, ${made.secrets},
          ${JSON.stringify(made.options)}, ${[...made.capabilities]})
        on conflict do nothing returning id`,
  );
  return added.length > 0;
}

/** Writes what a person may change, and what the platform says it can. */
export const saveConnection = (
  tx: Tx,
  { id, url, secrets, options, capabilities, enabled }: Connection,
) =>
  run(
    tx,
    sql`update shop_connections set url = ${url}, secrets = ${secrets}, options = ${JSON.stringify(options)},
          capabilities = ${[...capabilities]}, enabled = ${enabled}
        where team_id = ${tx.team} and id = ${id}`,
  );

export const deleteConnection = (tx: Tx, id: string) =>
  run(tx, sql`delete from shop_connections where team_id = ${tx.team} and id = ${id}`);
