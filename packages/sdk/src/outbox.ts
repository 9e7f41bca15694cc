import type { Ack, Outgoing } from './live.types.ts';
import type { ProblemDocument } from './problem.ts';
import { clientProblem, ProblemError } from './problem.ts';

interface Waiting {
  readonly message: Outgoing;
  readonly done: (ack: Ack) => void;
  readonly failed: (problem: ProblemError) => void;
}

/** Messages that the server has not answered, in the order they were written. */
export function createOutbox() {
  const waiting = new Map<string, Waiting>();
  const settle = (key: string): Waiting | undefined => {
    const found = waiting.get(key);
    waiting.delete(key);
    return found;
  };
  return {
    add: (message: Outgoing): Promise<Ack> =>
      new Promise((done, failed) => waiting.set(message.key, { message, done, failed })),
    messages: (): Outgoing[] => [...waiting.values()].map(({ message }) => message),
    acked: (ack: Ack): void => settle(ack.key)?.done(ack),
    refused: (key: string, problem: ProblemDocument): void =>
      settle(key)?.failed(new ProblemError(problem)),
    withdraw: (key: string): void => settle(key)?.failed(clientProblem('network.aborted')),
    close(): void {
      for (const key of [...waiting.keys()]) settle(key)?.failed(clientProblem('network.aborted'));
    },
  };
}
