/**
 * Something the person who runs the program can mend: said in one sentence, in both languages,
 * without a stack. `main.ts` and the command line print it and leave with a non-zero exit.
 */
export class Trouble extends Error {
  readonly zh: string;
  constructor(en: string, zh: string, options?: { cause?: unknown }) {
    super(en, options);
    this.name = 'Trouble';
    this.zh = zh;
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of a failed call (`ENOENT`, `EACCES`, `57P03`…), or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
