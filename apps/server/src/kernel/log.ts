import { type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;

/**
 * JSON lines without personal data: message texts, names, addresses, tokens never reach the log.
 * They go to `file`, or to standard output.
 */
export const createLog = (level: string, file?: string): Log => {
  const options: LoggerOptions = {
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
  };
  return pino(options, pino.destination({ dest: file ?? 1, mkdir: true }));
};

/** For tests and tools that do not log. */
export const quiet: Log = pino({ level: 'silent' });
