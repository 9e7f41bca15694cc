import type { Origin, StaffActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { hashToken } from './secrets.ts';

/** A principal is believed this long without asking again; so long may an ended session live in another process. */
const believedMs = 800;
const believedAtMost = 5_000;

type Believed = { until: number; actor: StaffActor };

const caches = new WeakMap<Db, Map<string, Believed>>();

/** The short memory of a process; anything that ends or changes a principal in this process wipes it. */
function cacheOf(db: Db): Map<string, Believed> {
  const known = caches.get(db);
  if (known) return known;
  const made = new Map<string, Believed>();
  caches.set(db, made);
  db.onHappened((happened) => {
    if (happened.some((event) => /^(member|session|key)\./.test(event.type))) made.clear();
  });
  return made;
}

/** Who a token stands for: remembered for a moment, otherwise asked; a refusal when for nobody (any more). */
export async function believe(
  db: Db,
  token: string,
  from: Origin,
  ask: () => Promise<StaffActor | null>,
): Promise<StaffActor | Refusal<'access.signed_out'>> {
  const cache = cacheOf(db);
  const key = hashToken(token).toString('base64url');
  const known = cache.get(key);
  if (known && known.until > clock.now()) return { ...known.actor, from };
  const actor = await ask();
  if (!actor) return refuse('access.signed_out');
  if (cache.size >= believedAtMost) cache.clear();
  cache.set(key, { until: clock.now() + believedMs, actor });
  return actor;
}
