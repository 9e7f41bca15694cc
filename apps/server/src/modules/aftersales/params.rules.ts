/** What the card in the chat tells of a case; nothing personal. */
export const paramsOf = (
  row: {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly reason_code: string;
    readonly reason_text: string;
  },
  lines: readonly { readonly title: string; readonly quantity: number }[],
) => ({
  caseId: row.id,
  caseKind: row.kind,
  caseState: row.state,
  reasonCode: row.reason_code,
  reasonText: row.reason_text,
  lines: lines.map(({ title, quantity }) => ({ title, quantity })),
});
