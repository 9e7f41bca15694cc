type Options = Readonly<Record<string, string>>;

/** Goods of a case by name; with what comes instead for an exchange. */
interface Named {
  readonly title: string;
  readonly quantity: number;
  readonly options: Options;
  readonly newOptions: Options | null;
}

/** What the card in the chat tells of a case; nothing personal. */
export const paramsOf = (
  row: {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly reason_code: string;
    readonly reason_text: string;
  },
  lines: readonly Named[],
) => ({
  caseId: row.id,
  caseKind: row.kind,
  caseState: row.state,
  reasonCode: row.reason_code,
  reasonText: row.reason_text,
  lines: lines.map(({ title, quantity, options, newOptions }) => ({
    title,
    quantity,
    ...(newOptions
      ? { from: { title, quantity, options }, to: { title, quantity, options: newOptions } }
      : {}),
  })),
});
