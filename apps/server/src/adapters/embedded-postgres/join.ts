import { join } from 'node:path';
import { ask, runningServer } from './adopt.ts';
import { ownerUrl } from './endpoint.ts';
import { holderOf } from './lock.ts';
import { choosePlaces } from './places.ts';

/**
 * The connection string of the server that another, living Guitai looks after on this data folder;
 * undefined when there is none. For tools that work beside a running product.
 */
export async function joinPostgres(dataDir: string): Promise<string | undefined> {
  const places = choosePlaces(dataDir, () => undefined);
  if (holderOf(join(places.home, 'guitai.lock')) === undefined) return undefined;
  const server = runningServer(places);
  if (server === undefined) return undefined;
  const url = ownerUrl(places, server.port, 'guitai');
  return (await ask(url)) === 'ready' ? url : undefined;
}
