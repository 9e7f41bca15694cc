import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines without personal data: message texts, names, addresses, tokens never reach the log. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'headers',
        'body',
        'text',
        'phone',
        'email',
        'address',
        'token',
        'secret',
        'password',
      ],
      remove: true,
    },
  });

/** For tests and tools that do not log. */
export const quiet: Log = pino({ level: 'silent' });
