import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import type { Statement } from './statement.ts';

/** Whether the machine has PostgreSQL's own load generator. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0;

/** A value as libpq sends it: text, arrays in braces. */
const literal = (value: unknown): string => {
  if (!Array.isArray(value)) return String(value);
  return `{${value.map((one) => `"${String(one).replaceAll(/(["\\])/g, '\\$1')}"`).join(',')}}`;
};

/** pgbench takes a colon before a word for a variable, even inside quotes: there it is written as an escape. */
const withoutColons = (text: string): string =>
  text.replaceAll(/'(?:[^']|'')*'/g, (quoted) =>
    /:\w/.test(quoted) ? `E${quoted.replaceAll('\\', '\\\\').replaceAll(':', '\\072')}` : quoted,
  );

interface Run {
  readonly team: string;
  readonly connections: number;
  readonly seconds: number;
  /** Where the script may be written. */
  readonly folder: string;
  /** The value to draw anew for each transaction, as SQL of a number `:n` from 1 to `of`. */
  readonly vary: { readonly value: string; readonly sql: string; readonly of: number };
}

/**
 * Transactions per second of the statement through pgbench: prepared, fenced like the product's own connections, every
 * parameter a parameter except the one that varies.
 */
export async function pgbench(url: string, statement: Statement, run: Run): Promise<number> {
  const { team, connections, seconds, folder, vary } = run;
  const variables: string[] = [];
  const text = withoutColons(statement.text).replaceAll(/\$(\d+)/g, (_, n: string) => {
    const value = statement.values[Number(n) - 1];
    return value === vary.value ? vary.sql : value === null ? 'null' : `:p${n}`;
  });
  statement.values.forEach((value, n) => {
    if (value !== vary.value && value !== null) variables.push('-D', `p${n + 1}=${literal(value)}`);
  });
  const script = join(folder, 'pgbench.sql');
  writeFileSync(script, `\\set n random(1, ${vary.of})\n${text.replaceAll(/\s*\n\s*/g, ' ')};\n`);
  const words = ['-n', '-M', 'prepared', '-c', `${connections}`, '-j', '2', '-T', `${seconds}`];
  const { stdout } = await promisify(execFile)(
    'pgbench',
    [...words, ...variables, '-f', script, url],
    {
      env: {
        ...process.env,
        PGOPTIONS: `-c role=${appRole} -c guitai.team=${team} -c timezone=UTC`,
      },
    },
  ).catch(({ stderr }: { stderr?: string }) => {
    throw new Error(`pgbench failed: ${stderr?.slice(0, 500)}`);
  });
  const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
  const failed = /^number of failed transactions: (\d+)/m.exec(stdout)?.[1] ?? '0';
  if (!rate || failed !== '0') throw new Error(`pgbench: ${stdout}`);
  return Number(rate);
}
