import type { knowledge } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { picturePath } from './picture.rules.ts';

type Words = knowledge.KnowledgeWordsShape;

/** An entry as it stands, with the words of its live version, else of its draft. */
export interface EntryRow {
  readonly id: string;
  readonly slug: string;
  readonly shopId: string;
  readonly productId: string | null;
  readonly productExternalId: string | null;
  readonly productTitle: string;
  readonly category: string;
  readonly topic: string;
  readonly liveNo: number | null;
  readonly draftNo: number | null;
  readonly waiting: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly archivedAt: string | null;
  readonly version: number;
  readonly views: number;
  readonly sends: number;
  readonly helped: number;
  readonly askedAgain: number;
  readonly updatedAt: string;
  /** In microseconds, for the cursor. */
  readonly place: string;
  readonly words: readonly Words[];
  readonly pictureUrl: string | null;
}

const iso = (column: string) => sql.raw(isoColumn(column));
const pictureAt = (version: string) =>
  sql.raw(`coalesce('${picturePath}' || ${version}.picture_id, ${version}.picture_url)`);

const columns = sql`e.id, e.slug, e.shop_id as "shopId", p.id as "productId", e.product_external_id as "productExternalId",
  coalesce(p.title, '') as "productTitle", e.category, e.topic, e.live_no as "liveNo", e.draft_no as "draftNo", e.waiting,
  ${iso('e.valid_from')} as "validFrom", ${iso('e.valid_until')} as "validUntil", ${iso('e.archived_at')} as "archivedAt",
  e.version, e.views, e.sends, e.helped, e.asked_again as "askedAgain", ${iso('e.updated_at')} as "updatedAt",
  to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place, v.words, ${pictureAt('v')} as "pictureUrl"`;

const joined = sql`knowledge_entries e
  join knowledge_versions v on v.team_id = e.team_id and v.entry_id = e.id and v.no = coalesce(e.live_no, e.draft_no)
  left join published.products p on p.team_id = e.team_id and p.shop_id = e.shop_id and p.external_id = e.product_external_id`;

const live = sql`e.archived_at is null and e.live_no is not null`;
const states: Readonly<Record<knowledge.KnowledgeStateWord, RawBuilder<unknown>>> = {
  archived: sql`e.archived_at is not null`,
  draft: sql`e.archived_at is null and e.draft_no is not null and not e.waiting`,
  waiting: sql`e.archived_at is null and e.waiting`,
  scheduled: sql`${live} and e.valid_from > now()`,
  published: sql`${live} and coalesce(e.valid_from, '-infinity') <= now() and coalesce(e.valid_until, 'infinity') > now()`,
  expired: sql`${live} and e.valid_until <= now()`,
};

export interface ListFilter {
  readonly shops: readonly string[] | null;
  readonly productExternalId?: string | undefined;
  readonly category?: string | undefined;
  readonly about?: 'product' | 'category' | 'shop' | undefined;
  readonly state?: knowledge.KnowledgeStateWord | undefined;
  readonly q?: string | undefined;
}

const abouts = {
  product: sql`e.product_external_id is not null`,
  category: sql`e.product_external_id is null and e.category <> ''`,
  shop: sql`e.product_external_id is null and e.category = ''`,
};

/** Entries changed last first. */
export function readEntries(
  tx: Tx,
  { shops, productExternalId, category, about, state, q }: ListFilter,
  after: readonly [string, string] | null,
  limit: number,
): Promise<EntryRow[]> {
  const conditions = [
    sql`e.team_id = ${tx.team}`,
    state ? states[state] : sql`e.archived_at is null`,
    ...(shops === null ? [] : [sql`e.shop_id = any(${[...shops]}::uuid[])`]),
    ...(productExternalId ? [sql`e.product_external_id = ${productExternalId}`] : []),
    ...(category ? [sql`e.category = ${category}`] : []),
    ...(about ? [abouts[about]] : []),
    ...(q
      ? [
          sql`strpos(lower(v.words::text || e.topic || e.category || coalesce(p.title, '')), lower(${q})) > 0`,
        ]
      : []),
    ...(after ? [sql`(e.updated_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  return run<EntryRow>(
    tx,
    sql`select ${columns} from ${joined} where ${sql.join(conditions, sql` and `)}
        order by e.updated_at desc, e.id desc limit ${limit}`,
  );
}

/** Entries by id, those that are published at this moment. */
export const readLive = (tx: Tx, ids: readonly string[]): Promise<EntryRow[]> =>
  run<EntryRow>(
    tx,
    sql`select ${columns} from ${joined}
        where e.team_id = ${tx.team} and e.id = any(${[...ids]}::uuid[]) and ${states.published}`,
  );

/** Ids of published entries about a product, or about the kinds of product named. */
export const readAbout = (
  tx: Tx,
  shopId: string,
  about: { readonly productExternalId: string | null; readonly categories: readonly string[] },
): Promise<{ id: string }[]> =>
  run(
    tx,
    sql`select e.id from knowledge_entries e where e.team_id = ${tx.team} and e.shop_id = ${shopId} and ${states.published}
          and (e.product_external_id = ${about.productExternalId}
            or (e.product_external_id is null and e.category = any(${[...about.categories]}::text[])))
        order by e.sends desc, e.id limit 40`,
  );

export const readEntry = (tx: Tx, id: string): Promise<EntryRow | undefined> =>
  first(tx, sql`select ${columns} from ${joined} where e.team_id = ${tx.team} and e.id = ${id}`);

/** The entry's row is locked until the transaction ends. */
export async function lockEntry(tx: Tx, id: string): Promise<EntryRow | undefined> {
  await run(
    tx,
    sql`select 1 from knowledge_entries where team_id = ${tx.team} and id = ${id} for update`,
  );
  return readEntry(tx, id);
}

export const readVersions = (tx: Tx, id: string): Promise<knowledge.KnowledgeVersionShape[]> =>
  run(
    tx,
    sql`select no, state, words, questions, picture_id as "pictureId", ${pictureAt('v')} as "pictureUrl", ${iso('valid_from')} as "validFrom",
          ${iso('valid_until')} as "validUntil", writer_id as "writerId", ${iso('at')} as at, decider_id as "deciderId",
          ${iso('decided_at')} as "decidedAt", reason
        from knowledge_versions v where team_id = ${tx.team} and entry_id = ${id} order by no desc`,
  );
