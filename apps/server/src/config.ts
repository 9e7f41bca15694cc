import { fileURLToPath } from 'node:url';
import * as kinds from './settings/kinds.ts';
import { optional, refuseUnknown, type Setting, setting } from './settings/setting.ts';

const { oneOf, places, someOf, times, whole } = kinds;
const megabyte = 1024 * 1024;

/** Every setting there is. `docs/settings.md` is made from this table. */
export const settings = {
  port: setting('PORT', whole(0, 65_535), '7070', 'TCP port of the server; 0 takes any free one.'),
  host: setting(
    'HOST',
    kinds.hostName,
    '127.0.0.1',
    'Address to listen on. The default is reached from this machine only; `0.0.0.0` from everywhere.',
  ),
  publicUrl: optional(
    'GUITAI_PUBLIC_URL',
    kinds.origin,
    'The address people use when a proxy stands in front: for links, cookies and the check of origins.',
  ),
  trustProxy: setting(
    'GUITAI_TRUST_PROXY',
    kinds.yesNo,
    'no',
    'Whether a proxy stands in front whose X-Forwarded headers tell the real address.',
  ),
  dataDir: setting(
    'GUITAI_DATA_DIR',
    kinds.path,
    fileURLToPath(new URL('../../../data', import.meta.url)),
    'Folder of everything that must be kept: database, uploaded files, secret key.',
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    kinds.postgresUrl,
    'A PostgreSQL (15 or newer) to use instead of the embedded one.',
  ),
  databaseConnections: setting(
    'GUITAI_DATABASE_CONNECTIONS',
    whole(2, 200),
    '10',
    'The most connections this process keeps for requests.',
  ),
  databaseCacheMb: setting(
    'GUITAI_DATABASE_CACHE_MB',
    whole(16, 65_536),
    '64',
    'Memory of the embedded PostgreSQL for its own page cache, in megabytes.',
  ),
  roles: setting(
    'GUITAI_ROLES',
    someOf('web', 'worker', 'realtime'),
    'web,worker,realtime',
    'What this process does: answer requests, work on jobs, hold live connections.',
  ),
  secretKey: optional(
    'GUITAI_SECRET_KEY',
    kinds.secret,
    'Seals tokens and stored secrets. Without it a key is made once and kept in the data folder; several processes on one database need the same.',
  ),
  sessionIdleDays: setting(
    'GUITAI_SESSION_IDLE_DAYS',
    whole(1, 365),
    '14',
    'A sign-in ends after this many days without use.',
  ),
  sessionMaxDays: setting(
    'GUITAI_SESSION_MAX_DAYS',
    whole(1, 3_650),
    '90',
    'A sign-in ends after this many days in any case.',
  ),
  bodyLimitBytes: setting(
    'GUITAI_BODY_LIMIT_MB',
    times(megabyte, whole(1, 100)),
    '1',
    'The largest request without a file, in megabytes.',
  ),
  uploadLimitBytes: setting(
    'GUITAI_UPLOAD_LIMIT_MB',
    times(megabyte, whole(1, 2_000)),
    '20',
    'The largest file one may send in a chat, in megabytes.',
  ),
  liveFramesPerSecond: setting(
    'GUITAI_LIVE_FRAMES_PER_SECOND',
    whole(5, 1_000_000),
    '60',
    'Frames one live connection may send in a second before it is cut; integrations that post much may need more.',
  ),
  keyRequestsPerMinute: setting(
    'GUITAI_KEY_REQUESTS_PER_MINUTE',
    whole(10, 100_000_000),
    '1200',
    'Requests one API key may send in a minute to one process; all keys of a team together three times as many. Every answer to a key says in `ratelimit-remaining` what is left.',
  ),
  outboundAllowed: setting(
    'GUITAI_OUTBOUND_ALLOWED',
    places,
    'none',
    'Places requests of ours may go to although they are not public or use another port than 80 and 443: a shop platform in the own network, for instance.',
  ),
  drainSeconds: setting(
    'GUITAI_DRAIN_SECONDS',
    whole(0, 60),
    '8',
    'How long a stopping process may take to finish what it has begun.',
  ),
  paymentsFile: optional(
    'GUITAI_PAYMENTS_FILE',
    kinds.path,
    'JSON file with the accounts of payment gateways (`docs/payments.md`). Without it the sandbox is the only gateway.',
  ),
  metricsToken: optional(
    'GUITAI_METRICS_TOKEN',
    kinds.secret,
    'Opens /metrics from anywhere to who sends it as a Bearer token. Without it only this machine may read them, and not through a proxy.',
  ),
  logLevel: setting(
    'GUITAI_LOG_LEVEL',
    oneOf('debug', 'info', 'warn', 'error', 'silent'),
    'info',
    'The least level that is logged.',
  ),
  logFile: optional(
    'GUITAI_LOG_FILE',
    kinds.path,
    'File of the log (JSON lines). Without it: standard output, or `guitai.log` in the data folder when that is a terminal.',
  ),
};

type Values<T> = { readonly [K in keyof T]: T[K] extends Setting<infer V> ? V : never };

/** What the environment says, validated. */
export type Settings = Values<typeof settings>;

/** The settings with the secret key in hand, as the parts of the program get them. */
export type Config = Omit<Settings, 'secretKey'> & { readonly secretKey: string };

/** Reads all settings from the environment; a Trouble names the first that is wrong or unknown. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const known = Object.values(settings).map(({ name }) => name);
  refuseUnknown(environment, known);
  const values = Object.entries(settings).map(([key, { name, value }]) => {
    const text = environment[name]?.trim();
    return [key, value(text === '' ? undefined : text)];
  });
  return Object.fromEntries(values) as Settings;
}
