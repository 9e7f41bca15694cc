import type { knowledge } from '@guitai/contract';
import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** What a person writes. */
export interface Written {
  readonly topic: string;
  readonly words: readonly knowledge.KnowledgeWordsShape[];
  readonly questions: readonly string[];
  readonly pictureId: string | null;
  readonly pictureUrl: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface NewEntry {
  readonly id: string;
  readonly shopId: string;
  readonly slug: string;
  readonly productExternalId: string | null;
  readonly category: string;
  readonly topic: string;
}

export const insertEntry = (tx: Tx, entry: NewEntry) =>
  run(
    tx,
    sql`insert into knowledge_entries (team_id, id, shop_id, slug, product_external_id, category, topic)
        values (${tx.team}, ${entry.id}, ${entry.shopId}, ${entry.slug}, ${entry.productExternalId}, ${entry.category},
          ${entry.topic})`,
  );

/** Adds a version as the draft, after all others. */
export async function addDraft(
  tx: Tx,
  entryId: string,
  written: Written,
  writerId: string | null,
): Promise<void> {
  await run(
    tx,
    sql`with made as (
          insert into knowledge_versions (team_id, entry_id, no, state, words, questions, picture_id, picture_url,
            valid_from, valid_until, writer_id)
          select ${tx.team}, ${entryId}, coalesce(max(no), 0) + 1, 'draft', ${JSON.stringify(written.words)}::jsonb,
            ${[...written.questions]}::text[], ${written.pictureId}::uuid, ${written.pictureUrl},
            ${written.validFrom}::timestamptz, ${written.validUntil}::timestamptz, ${writerId}::uuid
          from knowledge_versions where team_id = ${tx.team} and entry_id = ${entryId}
          returning no)
        update knowledge_entries e set draft_no = made.no, waiting = false, topic = ${written.topic}, version = e.version + 1,
          updated_at = clock_timestamp()
        from made where e.team_id = ${tx.team} and e.id = ${entryId}`,
  );
}

/** Writes over the draft that is there; it waits no longer. */
export async function overwriteDraft(
  tx: Tx,
  entryId: string,
  no: number,
  written: Written,
  writerId: string | null,
): Promise<void> {
  await run(
    tx,
    sql`update knowledge_versions set state = 'draft', words = ${JSON.stringify(written.words)}::jsonb,
          questions = ${[...written.questions]}::text[], picture_id = ${written.pictureId}::uuid, picture_url = ${written.pictureUrl},
          valid_from = ${written.validFrom}::timestamptz, valid_until = ${written.validUntil}::timestamptz,
          writer_id = ${writerId}::uuid, at = clock_timestamp()
        where team_id = ${tx.team} and entry_id = ${entryId} and no = ${no}`,
  );
  await run(
    tx,
    sql`update knowledge_entries set waiting = false, topic = ${written.topic}, version = version + 1, updated_at = clock_timestamp()
        where team_id = ${tx.team} and id = ${entryId}`,
  );
}

type VersionState = knowledge.KnowledgeVersionShape['state'];

export const setVersion = (
  tx: Tx,
  entryId: string,
  no: number | null,
  state: VersionState,
  decided: { readonly by: string | null; readonly reason?: string } | null = null,
) =>
  run(
    tx,
    sql`update knowledge_versions set state = ${state},
          decider_id = case when ${decided !== null} then ${decided?.by ?? null}::uuid else decider_id end,
          decided_at = case when ${decided !== null} then now() else decided_at end,
          reason = case when ${decided !== null} then ${decided?.reason ?? ''} else reason end
        where team_id = ${tx.team} and entry_id = ${entryId} and no = ${no}`,
  );

export const setWaiting = (tx: Tx, entryId: string) =>
  run(
    tx,
    sql`update knowledge_entries set waiting = true, version = version + 1, updated_at = clock_timestamp()
        where team_id = ${tx.team} and id = ${entryId}`,
  );

/** The draft is no more: refused, it stays among the versions. */
export const dropDraft = (tx: Tx, entryId: string) =>
  run(
    tx,
    sql`update knowledge_entries set waiting = false, version = version + 1, updated_at = clock_timestamp()
        where team_id = ${tx.team} and id = ${entryId}`,
  );

/** The draft becomes what buyers are told. */
export const publishDraft = (tx: Tx, entryId: string) =>
  first<{ validUntil: Date | null }>(
    tx,
    sql`update knowledge_entries e set live_no = e.draft_no, draft_no = null, waiting = false, valid_from = v.valid_from,
          valid_until = v.valid_until, version = e.version + 1, updated_at = clock_timestamp()
        from knowledge_versions v
        where e.team_id = ${tx.team} and e.id = ${entryId} and v.team_id = e.team_id and v.entry_id = e.id and v.no = e.draft_no
        returning e.valid_until as "validUntil"`,
  );

export const setArchived = (tx: Tx, entryId: string, archived: boolean) =>
  run(
    tx,
    sql`update knowledge_entries set archived_at = ${archived ? sql`now()` : sql`null`}, version = version + 1,
          updated_at = clock_timestamp()
        where team_id = ${tx.team} and id = ${entryId}`,
  );

/** One more, counted where the row stands: two at once are two. */
export const count = (
  tx: Tx,
  entryId: string,
  what: 'views' | 'sends' | 'helped' | 'asked_again',
) =>
  first<{ n: number }>(
    tx,
    sql`update knowledge_entries set ${sql.ref(what)} = ${sql.ref(what)} + 1
        where team_id = ${tx.team} and id = ${entryId} returning ${sql.ref(what)} as n`,
  );
