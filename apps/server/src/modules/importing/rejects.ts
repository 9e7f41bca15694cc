import { Readable } from 'node:stream';
import type { InputOf, importing } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { csvLine } from '../../kernel/csv.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { record } from '../audit/index.ts';
import { reachImport } from './import.ts';
import { readRejects } from './run.store.ts';
import { reasonText } from './show.ts';

const stretch = 500;

/** The rejected records as lines of CSV, with the reasons in the reader's language. */
export async function* rejectLines(
  db: Db,
  actor: TeamActor,
  importId: string,
): AsyncGenerator<string> {
  // The mark tells spreadsheets that this is UTF-8.
  yield `\ufeff${csvLine(['record', 'line', 'key', 'field', 'code', 'reason', 'source'])}`;
  for (let after = 0; ; ) {
    const rows = await db.read(actor, (tx) => readRejects(tx, importId, after, stretch));
    for (const { record: number, line, key, field, reason, source } of rows) {
      yield csvLine([number, line, key, field, reason, reasonText(reason, actor.locale), source]);
    }
    const last = rows.at(-1);
    if (!last || rows.length < stretch) return;
    after = last.no;
  }
}

/** The rejected records as CSV that no spreadsheet calculates; who takes it is on record, for it holds buyers' data. */
export async function downloadRejects(
  actor: StaffActor,
  { db, reply }: Bare,
  { importId }: InputOf<typeof importing.downloadRejects>,
) {
  const row = await db.write(actor, async (tx) => {
    const found = await reachImport(actor, tx, importId);
    if (isRefusal(found)) return found;
    record(tx, actor, {
      action: 'import.rejects_downloaded',
      subject: { kind: 'import', id: importId },
      shop: found.shopId,
    });
    return found;
  });
  if (isRefusal(row)) return row;
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="rejects-${importId}.csv"`)
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(rejectLines(db, actor, importId)));
}
