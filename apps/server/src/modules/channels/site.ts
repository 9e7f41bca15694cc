import type { NobodyActor } from '../../kernel/actor.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { placeOfSite, readChannel } from './channel.store.ts';
import type { ChannelRow } from './tables.ts';

/** A site as a request needs it. */
export interface Site {
  readonly team: string;
  readonly channel: ChannelRow;
}

const sitePattern = /^[\w-]{8,64}$/;
/** A site is believed this long: a change in another process is seen no later. */
const believedMs = 2_000;
const believedAtMost = 5_000;

type Believed = { readonly until: number; readonly site: Site | null };
const caches = new WeakMap<Db, Map<string, Believed>>();

function cacheOf(db: Db): Map<string, Believed> {
  const known = caches.get(db);
  if (known) return known;
  const made = new Map<string, Believed>();
  caches.set(db, made);
  db.onHappened((happened) => {
    if (happened.some((event) => event.type.startsWith('channel.'))) made.clear();
  });
  return made;
}

const nobody: NobodyActor = { kind: 'nobody', team: null, locale: 'en' };

async function read(db: Db, key: string): Promise<Site | null> {
  const place = await db.outside(nobody, (tx) => placeOfSite(tx, key));
  if (!place) return null;
  const asking = system(place.team, 'channels.site');
  const channel = await db.read(asking, (tx) => readChannel(tx, place.channelId));
  return channel ? { team: place.team, channel } : null;
}

/** The site behind a public key, switched on or not; null when there is none. */
export async function siteOf(db: Db, key: string): Promise<Site | null> {
  if (!sitePattern.test(key)) return null;
  const cache = cacheOf(db);
  const known = cache.get(key);
  if (known && known.until > clock.now()) return known.site;
  const site = await read(db, key);
  if (cache.size >= believedAtMost) cache.clear();
  cache.set(key, { until: clock.now() + believedMs, site });
  return site;
}

/** The site behind a public key that may be used now. */
export async function openSite(
  db: Db,
  key: string,
): Promise<Site | Refusal<'channel.not_found' | 'channel.closed'>> {
  const site = await siteOf(db, key);
  if (!site) return refuse('channel.not_found');
  return site.channel.enabled ? site : refuse('channel.closed');
}

/** Origins whose pages may hold the chat of this site; none for a site that does not exist or is switched off. */
export async function frameAncestors(db: Db, key: string): Promise<readonly string[]> {
  const site = await siteOf(db, key);
  return site?.channel.enabled ? site.channel.origins : [];
}
