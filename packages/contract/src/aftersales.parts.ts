/** What the files of after-sales share: fields and refusals. Not part of the contract by itself. */
import { CaseLineWanted } from './aftersales.shapes.ts';
import { CaseKind } from './aftersales.words.ts';
import { Strict } from './endpoint.ts';
import { Above, actRefusals } from './orders.acts.parts.ts';
import { Id, Text, Type } from './schema.ts';

export const ofCase = Strict({ caseId: Id });

export const FileIds = Type.Array(Id, { maxItems: 9, description: 'Files of the conversation.' });

export const Payee = Type.Union([Type.Literal('original'), Strict({ methodId: Id })], {
  description: 'original: back to every method that paid; else a method of this buyer.',
});

const Lines = Type.Array(CaseLineWanted, { maxItems: 100 });

export const opening = {
  kind: CaseKind,
  reasonCode: Text(60, 1, "Code out of the shop's list for this kind."),
  note: Type.Optional(Text(1000)),
  lines: Type.Optional(Lines),
  amountMinor: Type.Optional(Above),
  fileIds: Type.Optional(FileIds),
};

export const openingErrors = [
  'order.reason_unknown',
  'order.window_over',
  'order.line_not_found',
  'order.line_twice',
  'order.variant_same',
  'order.variant_foreign',
  'order.unpaid',
  'variant.not_found',
  'product.not_for_sale',
  'case.lines_needed',
  'case.lines_taken',
  'case.once_per_order',
  'case.open_already',
  'case.amount_needed',
  'case.amount_too_high',
  'case.variant_needed',
  'case.evidence_foreign',
] as const;

export const stepErrors = [...actRefusals, 'case.not_found', 'case.illegal_transition'] as const;
export const stock = ['product.sold_out', 'product.not_for_sale', 'variant.not_found'] as const;
