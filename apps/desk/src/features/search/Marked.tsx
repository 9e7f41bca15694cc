interface Props {
  readonly text: string;
  /** Begin and end of each mark, in UTF-16 units. */
  readonly marks: readonly (readonly number[])[];
}

/** A text with what was searched marked in it. */
export function Marked({ text, marks }: Props) {
  const parts: { from: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of marks) {
    if (from > at) parts.push({ from: at, text: text.slice(at, from), marked: false });
    parts.push({ from, text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) parts.push({ from: at, text: text.slice(at), marked: false });
  return parts.map((part) =>
    part.marked ? (
      <mark key={part.from}>{part.text}</mark>
    ) : (
      <span key={part.from}>{part.text}</span>
    ),
  );
}
