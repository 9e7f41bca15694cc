import { Trouble } from '../trouble.ts';
import type { Kind } from './kinds.ts';

/** One setting: its name in the environment, how it is read, and what it is for. */
export interface Setting<T> {
  readonly name: string;
  readonly kind: Kind<unknown>;
  readonly meaning: string;
  /** The default as one would write it; undefined when the setting may stay away. */
  readonly byDefault: string | undefined;
  readonly value: (text: string | undefined) => T;
}

/** Declares a setting with a default. */
export function setting<T>(
  name: string,
  kind: Kind<T>,
  byDefault: string,
  meaning: string,
): Setting<T> {
  const value = (text: string | undefined): T => parse(name, kind, text ?? byDefault);
  return { name, kind, meaning, byDefault, value };
}

/** Declares a setting that may stay away; then it is null. */
export function optional<T>(name: string, kind: Kind<T>, meaning: string): Setting<T | null> {
  const value = (text: string | undefined): T | null =>
    text === undefined ? null : parse(name, kind, text);
  return { name, kind, meaning, byDefault: undefined, value };
}

/** Refuses a setting of ours that does not exist: a typing error must not pass as a default. */
export function refuseUnknown(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): void {
  const stranger = Object.keys(environment).find(
    (name) => name.startsWith('GUITAI_') && !known.includes(name),
  );
  if (stranger === undefined) return;
  const near = nearest(stranger, known);
  throw new Trouble(
    `There is no setting ${stranger}; did you mean ${near}? All of them stand in docs/settings.md.`,
    `没有名为 ${stranger} 的设置；是否想写 ${near}？全部设置见 docs/settings.md。`,
  );
}

function parse<T>(name: string, kind: Kind<T>, text: string): T {
  const value = kind.read(text);
  if (value !== undefined) return value;
  const shown = kind.expects.en.startsWith('at least') ? '' : ` "${text}"`;
  throw new Trouble(
    `The setting ${name}${shown} is wrong: it must be ${kind.expects.en}.`,
    `设置 ${name}${shown} 不正确，应为：${kind.expects.zh}。`,
  );
}

function nearest(word: string, known: readonly string[]): string {
  const ranked = known.map((name) => ({ name, steps: distance(word, name) }));
  return ranked.reduce((best, next) => (next.steps < best.steps ? next : best)).name;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
