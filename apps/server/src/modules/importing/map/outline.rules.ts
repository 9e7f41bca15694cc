import { textOf } from './convert.rules.ts';
import { isBranch, isList, type Value } from './value.rules.ts';

const indent = (text: string): string => text.replaceAll('\n', '\n  ');

/** A nested value as lines people can read: entries of lists with a dash, names with a colon, further in indented. */
export function outlineOf(value: Value): string {
  if (isList(value)) return value.map((one) => `- ${indent(outlineOf(one))}`).join('\n');
  if (!isBranch(value)) return textOf(value) ?? '';
  return Object.entries(value)
    .map(([name, inner]) => {
      const text = outlineOf(inner as Value);
      return text.includes('\n') || isList(inner)
        ? `${name}：\n  ${indent(text)}`
        : `${name}：${text}`;
    })
    .join('\n');
}
