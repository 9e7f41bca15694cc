/** Why a process is asked to end. */
export type Reason = NodeJS.Signals | 'parent gone';

/** Two signals closer than this are one Ctrl-C, told by the terminal and by npm. */
const echoMs = 700;

/**
 * Resolves when the process is asked to end: a signal, or its starter gone. Asked once more
 * while it finishes its work, it ends at once with exit code 130.
 */
export function untilAsked(): Promise<Reason> {
  return new Promise((resolve) => {
    let first = 0;
    const asked = (reason: Reason): void => {
      if (first === 0) {
        first = Date.now();
        resolve(reason);
      } else if (reason === 'SIGINT' && Date.now() - first > echoMs) {
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
    process.on('disconnect', () => asked('parent gone'));
  });
}
