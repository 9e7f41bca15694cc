import type { BuyerActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import { knownSince, markOf, markOfVisitor } from '../channels/index.ts';
import { topicsOfVisitor } from './chat.ts';

/** An open socket of a buyer. */
export type Tab = LiveSocket & { readonly actor: BuyerActor };

export interface Entered {
  readonly team: string;
  readonly visitorId: string;
  readonly channelId: string;
}

/**
 * Tabs that stood before their browser was a visitor: once it is one they are told who they are, and fetch what they do
 * not know. One visitor who enters is one question to the database, however many strangers there are.
 */
export function createStrangers(hub: Hub, db: Db) {
  const byMark = new Map<string, Set<Tab>>();

  const leave = (tab: Tab): void => {
    const mark = byMark.size > 0 ? markOf(tab.actor) : null;
    const set = mark === null ? undefined : byMark.get(mark);
    if (mark !== null && set?.delete(tab) && set.size === 0) byMark.delete(mark);
  };

  const introduce = async (tab: Tab): Promise<void> => {
    const known = await db.read(tab.actor, (tx) => knownSince(tab.actor, tx));
    if (known === null || tab.actor.visitor !== null || !tab.open) return;
    const topics = await topicsOfVisitor(db, known);
    if (tab.actor.visitor !== null || !tab.open) return;
    (tab as LiveSocket).actor = known;
    hub.listen(tab, topics);
    const { epoch, seq } = await hub.standing(known.team);
    tab.say(`{"t":"resync","epoch":"${epoch}","seq":${seq}}`);
  };

  return {
    leave,
    /** Its browser may have become a visitor since it was recognised: asked at once. */
    async meet(tab: Tab): Promise<void> {
      const mark = markOf(tab.actor);
      if (mark === null || tab.actor.visitor !== null) return;
      const set = byMark.get(mark) ?? new Set();
      byMark.set(mark, set.add(tab));
      await introduce(tab);
    },
    async entered({ team, channelId, visitorId }: Entered): Promise<void> {
      const [any] = byMark.values().next().value ?? [];
      if (!any) return;
      const mark = await db.read({ ...any.actor, team }, (tx) =>
        markOfVisitor(tx, channelId, visitorId),
      );
      const met = [...((mark && byMark.get(mark)) || [])];
      for (const tab of met) {
        leave(tab);
        if (tab.actor.visitor === null) await introduce(tab);
      }
    },
  };
}
