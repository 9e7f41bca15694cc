import { Type } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { defineBareJob } from '../../kernel/jobs.ts';
import type { ShopDay } from './facts.store.ts';
import { lockFacts } from './facts.store.ts';
import { localTimeOf, shopCalendars } from './local-time.ts';
import { encodePage } from './page.codec.ts';
import { daysWithFacts, profilesInUse, putPage, readPages, spanOfFacts } from './page.store.ts';
import { foldPage } from './pages.ts';
import { profileOf } from './profile.store.ts';
import { settingsOf } from './settings.store.ts';

const keyOf = ({ shopId, day }: ShopDay): string => `${shopId} ${day}`;

/** Days that are over and have facts but no page, newest first. */
async function missingPages(db: Db, actor: SystemActor, profile: string): Promise<ShopDay[]> {
  return db.read(actor, async (tx) => {
    const span = await spanOfFacts(tx);
    if (!span) return [];
    const calendars = await shopCalendars(tx, null);
    const local = localTimeOf(calendars);
    const shops = [...calendars.keys()];
    const pages = new Set((await readPages(tx, profile, shops, span, 'whole')).map(keyOf));
    const now = new Date().toISOString();
    const today = new Map(shops.map((shop) => [shop, local(shop, now).day]));
    const days = await daysWithFacts(tx, shops, span);
    return days.filter((one) => !pages.has(keyOf(one)) && one.day < (today.get(one.shopId) ?? ''));
  });
}

/**
 * Makes the pages that are missing, a shop's day at a time: each in a transaction of its own under the lock of the facts, so no page
 * can miss a fact that was written meanwhile.
 */
export async function makePages(db: Db, actor: SystemActor): Promise<number> {
  const ids = await db.read(actor, async (tx) => {
    const { profile } = await settingsOf(tx);
    return [...new Set([profile, ...(await profilesInUse(tx))])];
  });
  let made = 0;
  for (const id of ids) {
    for (const one of await missingPages(db, actor, id)) {
      await db.write(actor, async (tx) => {
        await lockFacts(tx);
        const profile = await profileOf(tx, id);
        if (!profile) return;
        const calendars = await shopCalendars(tx, [one.shopId]);
        await putPage(tx, id, one, encodePage(await foldPage(tx, profile, calendars, one)));
      });
      made += 1;
    }
  }
  return made;
}

/** Makes pages of days that have been calm. */
export const fillPages = defineBareJob('insight.pages', Type.Object({}), async (actor, db) =>
  makePages(db, actor),
);
