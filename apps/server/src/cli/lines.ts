import { Trouble } from '../trouble.ts';

/** A step of the work, for the person who waits. */
export function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

/** Tells why the program ends, in both languages where the person can mend it; gives the exit code. */
export function leave(error: unknown): number {
  if (error instanceof Trouble) process.stderr.write(`\n${error.message}\n${error.zh}\n`);
  else process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
