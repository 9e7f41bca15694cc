import { importing } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import type { ImportRow } from './import.store.ts';
import type { Reject } from './run.store.ts';
import type { ImportShape } from './shapes.ts';

/** Why a record was rejected, for people. */
export const reasonText = (reason: string, locale: Locale): string =>
  importing.importReasons[reason as importing.ImportReason]?.[locale] ?? reason;

function failureText({ failure, failureAt }: ImportRow, locale: Locale): string | null {
  if (failure === null) return null;
  const text = importing.importFailures[failure as keyof typeof importing.importFailures];
  return text ? text[locale].replace('{where}', failureAt ?? '') : failure;
}

const over = new Set(['done', 'failed', 'cancelled']);

const canOf = (row: ImportRow): string[] => [
  ...(over.has(row.state) ? [] : ['cancelImport']),
  ...(over.has(row.state) || row.state === 'interrupted' ? ['repeatImport'] : []),
  ...(row.rejected > 0 ? ['downloadRejects'] : []),
];

/** A run as its reader sees it. */
export function shownImport(
  row: ImportRow,
  rejects: readonly Reject[],
  locale: Locale,
): ImportShape {
  const { mappingName, mapping: _document, failure: _code, failureAt: _where, ...rest } = row;
  return {
    ...rest,
    mapping: mappingName,
    problems: rejects.map(({ record, line, key, field, reason }) => ({
      record,
      line,
      key,
      field,
      code: reason,
      text: reasonText(reason, locale),
    })),
    failure: failureText(row, locale),
    can: canOf(row),
  };
}
