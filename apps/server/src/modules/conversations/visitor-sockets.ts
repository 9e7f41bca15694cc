import type { conversations, Static, TSchema } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { LiveSocket } from '../../kernel/live/socket.ts';
import {
  knownSince,
  type visitorEntered,
  type visitorIdentified,
  type visitorSignedOut,
} from '../channels/index.ts';
import { topicsOfVisitor } from './chat.ts';

/** Tabs one visitor may hold open; one more is turned away and tries again later. */
const mostTabs = 20;
/** A socket that comes in hears what happened this long before: it may have been recognised just before that. */
const lookBackMs = 5_000;

type Tab = LiveSocket & { readonly actor: BuyerActor };
/** An event these tabs may have to hear of, with when it was delivered here. */
type Told = Pick<Happened, 'team' | 'type'> & { readonly at: number; readonly data: unknown };
type DataOf<E extends { readonly data: TSchema }> = Static<E['data']>;

/**
 * Keeps a buyer's open tabs listening to what is theirs: a conversation begun in one is heard in the others, a tab that
 * was open before its browser wrote learns who it is, a tab of a browser that signed out is cut, and one whose visitor
 * became another buyer comes back as that buyer.
 */
export function followVisitors(hub: Hub, db: Db, failed: (error: unknown) => void): void {
  const tabs = new Set<Tab>();
  const recent: Told[] = [];

  /** Tells a tab whose browser has become a visitor who it is; the client fetches what it does not know yet. */
  const introduce = async (tab: Tab) => {
    const known = await db.read(tab.actor, (tx) => knownSince(tab.actor, tx));
    if (known === null || tab.actor.visitor !== null || !tab.open) return;
    const topics = await topicsOfVisitor(db, known);
    if (tab.actor.visitor !== null || !tab.open) return;
    (tab as LiveSocket).actor = known;
    hub.listen(tab, topics);
    const { epoch, seq } = await hub.standing(known.team);
    tab.say(`{"t":"resync","epoch":"${epoch}","seq":${seq}}`);
  };
  const meet = (tab: Tab) => {
    if (tab.actor.visitor === null) introduce(tab).catch(failed);
  };

  const opened = (tab: Tab, { conversation }: conversations.ConversationChanged) => {
    const { actor, topics } = tab;
    const own = actor.buyer === conversation.buyerId && actor.channel === conversation.channelId;
    if (own && !topics.includes(conversation.id)) hub.listen(tab, [conversation.id, ...topics]);
  };
  const entered = (tab: Tab, { channelId }: DataOf<typeof visitorEntered>) => {
    if (tab.actor.channel === channelId) meet(tab);
  };
  const identified = (tab: Tab, data: DataOf<typeof visitorIdentified>) => {
    const { visitor, buyer } = tab.actor;
    if (visitor === data.visitorId && buyer !== data.toBuyerId) tab.bye('restart');
  };
  const signedOut = (tab: Tab, { visitorId }: DataOf<typeof visitorSignedOut>) => {
    if (tab.actor.visitor === visitorId) tab.bye('signed_out');
  };

  const follow: Readonly<Record<string, (tab: Tab, data: never) => void>> = {
    'conversation.opened': opened,
    'visitor.entered': entered,
    'visitor.identified': identified,
    'visitor.signed_out': signedOut,
  };
  const tell = (tab: Tab, { team, type, data }: Told) => {
    if (tab.actor.team === team) follow[type]?.(tab, data as never);
  };

  hub.onDelivered(({ team, type, data }) => {
    if (follow[type] === undefined) return;
    const told = { at: clock.now(), team, type, data: JSON.parse(data) as unknown };
    while (recent[0] && recent[0].at < told.at - lookBackMs) recent.shift();
    recent.push(told);
    for (const tab of [...tabs]) tell(tab, told);
  });
  hub.onLeave((socket) => void tabs.delete(socket as Tab));
  hub.onJoin((socket) => {
    if (socket.actor?.kind !== 'buyer') return;
    const tab = socket as Tab;
    tabs.add(tab);
    const { team, visitor } = tab.actor;
    const same = ({ actor }: Tab) => actor.team === team && actor.visitor === visitor;
    if (visitor !== null && [...tabs].filter(same).length > mostTabs) return tab.bye('slow');
    for (const told of [...recent]) tell(tab, told);
    meet(tab);
  });
}
