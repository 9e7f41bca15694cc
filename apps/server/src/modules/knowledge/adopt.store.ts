import { sql } from 'kysely';
import type { Locale } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';

/** A text of an import on its way to being an entry. */
export interface Adopted {
  readonly id: string;
  readonly slug: string;
  readonly externalId: string;
  readonly productExternalId: string | null;
  readonly topic: string;
  readonly words: readonly {
    readonly locale: Locale;
    readonly title: string;
    readonly body: string;
  }[];
}

export const readTextsOf = (tx: Tx, shopId: string) =>
  run<{
    externalId: string;
    productExternalId: string | null;
    topic: string;
    title: string;
    body: string;
  }>(
    tx,
    sql`select external_id as "externalId", product_external_id as "productExternalId", topic, title, body
        from knowledge_texts where team_id = ${tx.team} and shop_id = ${shopId} order by id`,
  );

/** Makes entries of texts, published as they came. What a colleague has written over is left as it is. Returns ids. */
export async function adoptEntries(
  tx: Tx,
  shopId: string,
  texts: readonly Adopted[],
): Promise<string[]> {
  const rows = await run<{ id: string }>(
    tx,
    sql`with r as (select * from json_to_recordset(${JSON.stringify(texts)}::json) as r(id uuid, slug text, "externalId" text,
            "productExternalId" text, topic text, words jsonb)),
        entries as (
          insert into knowledge_entries (team_id, id, shop_id, slug, external_id, product_external_id, topic, live_no)
          select ${tx.team}, r.id, ${shopId}, r.slug, r."externalId", r."productExternalId", r.topic, 1 from r
          on conflict (team_id, shop_id, external_id) do update set live_no = knowledge_entries.live_no + 1,
            topic = excluded.topic, product_external_id = excluded.product_external_id, version = knowledge_entries.version + 1,
            updated_at = clock_timestamp()
            where knowledge_entries.draft_no is null and not exists (select from knowledge_versions v
              where v.team_id = knowledge_entries.team_id and v.entry_id = knowledge_entries.id and v.writer_id is not null)
          returning id, external_id, live_no)
        insert into knowledge_versions (team_id, entry_id, no, state, words, decided_at)
        select ${tx.team}, e.id, e.live_no, 'approved', r.words, now()
        from entries e join r on r."externalId" = e.external_id
        returning entry_id as id`,
  );
  return rows.map(({ id }) => id);
}

/** The live version of an entry stands alone as approved. */
export const replaceOlder = (tx: Tx, ids: readonly string[]) =>
  run(
    tx,
    sql`update knowledge_versions v set state = 'replaced' from knowledge_entries e
        where e.team_id = ${tx.team} and e.id = any(${[...ids]}::uuid[]) and v.team_id = e.team_id and v.entry_id = e.id
          and v.no < e.live_no and v.state = 'approved'`,
  );
