import { start } from './start.ts';
import { verify } from './verify.ts';

/** A command of `guitai`. */
export interface Command {
  readonly summary: string;
  /** Carries it out with the words after its name; gives the exit code. */
  readonly run: (words: string[]) => Promise<number>;
}

/** Every command there is. */
export const commands: Readonly<Record<string, Command>> = {
  start: { summary: 'runs the product until it is asked to end', run: start },
  verify: { summary: 'checks that the records agree with each other', run: verify },
};
