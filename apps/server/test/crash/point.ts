import pg from 'pg';

/**
 * Loaded before the program: it dies at a chosen statement. `before`: the statement never leaves; `after`: it leaves and its
 * answer never comes, as at a power cut while the database flushes; `database`: the database's own process dies over it.
 */
export interface CrashPoint {
  /** Which statement from now on, 1 the next. */
  readonly at: number;
  readonly how: 'before' | 'after' | 'database';
}

interface Line extends pg.Connection {
  backend?: number;
}
type Send = (this: Line, ...given: unknown[]) => unknown;

let left = Number.POSITIVE_INFINITY;
let how: CrashPoint['how'] = 'before';

const line = pg.Connection.prototype as unknown as Record<
  'query' | 'sync' | 'attachListeners',
  Send
>;
const die = () => process.kill(process.pid, 'SIGKILL');

const { attachListeners } = line;
line.attachListeners = function (...given) {
  this.once('backendKeyData', (message: { processID: number }) => {
    this.backend = message.processID;
  });
  return attachListeners.apply(this, given);
};

/** The two calls a statement ends with, simple and prepared. */
for (const name of ['query', 'sync'] as const) {
  const send = line[name];
  line[name] = function (...given) {
    left -= 1;
    if (left !== 0) return send.apply(this, given);
    if (how === 'before') die();
    const sent = send.apply(this, given);
    if (how === 'after') setImmediate(die);
    else if (this.backend) process.kill(this.backend, 'SIGKILL');
    return sent;
  };
}

process.on('message', (point: CrashPoint) => {
  left = point.at;
  how = point.how;
  process.send?.('armed');
});
process.channel?.unref();
