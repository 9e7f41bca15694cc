import type { conversations, Static, TSchema } from '@guitai/contract';
import { clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import type { Hub } from '../../kernel/live/hub.ts';
import type { visitorEntered, visitorIdentified, visitorSignedOut } from '../channels/index.ts';
import { createStrangers, type Tab } from './strangers.ts';

/** Tabs one visitor may hold open; one more is turned away and tries again later. */
const mostTabs = 20;
/** A socket that comes in hears what happened this long before: it may have been recognised just before that. */
const lookBackMs = 5_000;

type DataOf<E extends { readonly data: TSchema }> = Static<E['data']>;
/** What an event means for one tab. */
type Meaning = (tab: Tab) => void;
interface Told {
  readonly at: number;
  readonly team: string;
  readonly tell: Meaning;
}

/**
 * Keeps a buyer's open tabs listening to what is theirs: a conversation begun in one is heard in the others, a tab that
 * was open before its browser wrote learns who it is, a tab of a browser that signed out is cut, and one whose visitor
 * became another buyer comes back as that buyer.
 */
export function followVisitors(hub: Hub, db: Db, failed: (error: unknown) => void): void {
  const tabs = new Set<Tab>();
  const recent: Told[] = [];
  const strangers = createStrangers(hub, db);

  const opened = ({ conversation }: conversations.ConversationChanged): Meaning => {
    const { id, buyerId, channelId } = conversation;
    return (tab) => {
      const own = tab.actor.buyer === buyerId && tab.actor.channel === channelId;
      if (own && !tab.topics.includes(id)) hub.listen(tab, [id, ...tab.topics]);
    };
  };
  const identified =
    ({ visitorId, toBuyerId }: DataOf<typeof visitorIdentified>): Meaning =>
    (tab) => {
      const { visitor, buyer } = tab.actor;
      if (visitor === visitorId && buyer !== toBuyerId) tab.bye('restart');
    };
  const signedOut =
    ({ visitorId }: DataOf<typeof visitorSignedOut>): Meaning =>
    (tab) => {
      if (tab.actor.visitor === visitorId) tab.bye('signed_out');
    };
  const meanings: Readonly<Record<string, (data: never) => Meaning>> = {
    'conversation.opened': opened,
    'visitor.identified': identified,
    'visitor.signed_out': signedOut,
  };

  const remember = (told: Told): void => {
    while (recent[0] && recent[0].at < told.at - lookBackMs) recent.shift();
    recent.push(told);
  };

  hub.onDelivered(({ team, type, data }: Happened) => {
    if (type === 'visitor.entered') {
      const entered = JSON.parse(data) as DataOf<typeof visitorEntered>;
      strangers.entered({ ...entered, team }).catch(failed);
    }
    const meaning = meanings[type];
    if (!meaning) return;
    const told = { at: clock.now(), team, tell: meaning(JSON.parse(data) as never) };
    remember(told);
    for (const tab of [...tabs]) if (tab.actor.team === team) told.tell(tab);
  });
  hub.onLeave((socket) => {
    tabs.delete(socket as Tab);
    if (socket.actor?.kind === 'buyer') strangers.leave(socket as Tab);
  });
  hub.onJoin((socket) => {
    if (socket.actor?.kind !== 'buyer') return;
    const tab = socket as Tab;
    tabs.add(tab);
    const { team, visitor } = tab.actor;
    const same = ({ actor }: Tab) => actor.team === team && actor.visitor === visitor;
    if (visitor !== null && [...tabs].filter(same).length > mostTabs) return tab.bye('slow');
    for (const told of [...recent]) if (told.team === team) told.tell(tab);
    strangers.meet(tab).catch(failed);
  });
}
