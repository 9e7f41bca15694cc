import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { codeOf } from '../../trouble.ts';
import type { Binaries } from './binaries.ts';
import { loopbackPassword, superuser, writeInCluster } from './cluster.ts';
import { withDatabase } from './database.ts';
import { type Places, socketFolder, socketPath } from './places.ts';
import { serverConfig } from './settings.ts';

/** How the server is reached. */
export interface Endpoint {
  /** Connection string of the owner, to the maintenance database. */
  admin: string;
  socketDir: string | undefined;
  /** Whether the configuration differs from that of the last start. */
  changed: boolean;
}

/** Writes the server's configuration. */
export async function prepareEndpoint(
  places: Places,
  binaries: Binaries,
  options: { sharedBuffersMb?: number; maxConnections?: number },
): Promise<Endpoint> {
  const socketDir = process.platform === 'win32' ? undefined : socketFolder(places);
  const port = socketDir === undefined ? await freePort() : 5432;
  const text = serverConfig({
    socketDir,
    port,
    sharedBuffersMb: options.sharedBuffersMb ?? 64,
    maxConnections: options.maxConnections ?? 60,
    binaries: `${binaries.folder} ${binaries.version}`,
  });
  const changed = readOr(join(places.cluster, 'guitai.conf'), '') !== text;
  if (changed) writeInCluster(places, 'guitai.conf', text);
  return { admin: ownerUrl(places, port, 'postgres'), socketDir, changed };
}

/** Connection string of the owner of everything. */
export function ownerUrl(places: Places, port: number, database: string): string {
  const windows = process.platform === 'win32';
  const host = windows ? '127.0.0.1' : encodeURIComponent(socketPath(places));
  const secret = windows ? `:${loopbackPassword(places)}` : '';
  return withDatabase(`postgresql://${superuser}${secret}@${host}:${port}/`, database);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done, fail) => probe.once('listening', done).once('error', fail));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return address.port;
}

function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return fallback;
    throw error;
  }
}
