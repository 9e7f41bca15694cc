import { join } from 'node:path';
import type { Db } from '../../kernel/db.ts';
import { createPartialFiles } from '../../kernel/files/partial.ts';
import { createFileStore } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import type { Bus } from '../../kernel/live/bus.ts';
import type { Log } from '../../kernel/log.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { createLimiter } from '../../kernel/rate.ts';
import { filesKept } from './chat-file.store.ts';
import { checks } from './checks.ts';
import { events } from './events.ts';
import { readFrame } from './frame.read.ts';
import { sendFrame } from './frame.send.ts';
import { hearTyping, typingFrame } from './frame.typing.ts';
import { createViewing } from './frame.viewing.ts';
import { up } from './migrations/0001-conversations.ts';
import { up as forget } from './migrations/0002-forget.ts';
import { up as handovers } from './migrations/0003-handovers.ts';
import { up as uploadsUp } from './migrations/0004-uploads.ts';
import { up as search } from './migrations/0005-search.ts';
import { up as statesView } from './migrations/0005-states-view.ts';
import { up as searchSigns } from './migrations/0006-search-signs.ts';
import { up as savedViews } from './migrations/0007-saved-views.ts';
import { up as carried } from './migrations/0008-carried.ts';
import { up as fileKeys } from './migrations/0009-file-keys.ts';
import { createNames } from './names.ts';
import { asideWith } from './post.aside.ts';
import { createLanes } from './post.lanes.ts';
import { createPresence } from './presence.live.ts';
import { limitsFor } from './rate.ts';
import { reactions } from './reactions.ts';
import { followRecalls } from './recalled.ts';
import { routesWith } from './routes.ts';
import { noWords, type WordPort } from './screen.ts';
import { followVisitors } from './visitor-sockets.ts';
import { jobsWith } from './work.ts';

export { handTo, noteInTx } from './by-rule.ts';
export { plainMessage, postCard, postLine, updateCard } from './card.ts';
export { topicsOfVisitor } from './chat.ts';
export { filesOfBuyer } from './chat-file.store.ts';
export { findMessage } from './conversation.store.ts';
export * from './events.ts';
export {
  type ConversationFacts,
  chatMessageOf,
  conversationFacts,
  type Opening,
  openingOf,
  readMessageFor,
  sayInTx,
} from './facts.ts';
export { forgetConversationsOf, forgetMember } from './forget.ts';
export { lastWordsOf } from './last-words.store.ts';
export { readMessages } from './message.store.ts';
export { newestConversationOf } from './newest.store.ts';
export { conversationsOfBuyers } from './of-buyers.store.ts';
export { type PastConversation, type PastMessage, writePast } from './past.ts';
export { messageId } from './post.id.ts';
export { newestConversationsOf } from './post.many.store.ts';
export { postMany } from './post.many.ts';
export { type Recent, type RecentMessage, recentOf, wordsAfter } from './recent.store.ts';
export { sayPictureInTx } from './say-file.ts';
export { unsayable, type WordPort, wordsReady } from './screen.ts';
export { searchMessages } from './search.ts';
export { messagesReadTo } from './seq.store.ts';

export const conversationsMigrations = [
  { id: '0001-conversations', up },
  { id: '0002-forget', up: forget },
  { id: '0003-handovers', up: handovers },
  { id: '0004-uploads', up: uploadsUp },
  { id: '0005-states-view', up: statesView },
  { id: '0005-search', up: search },
  { id: '0006-search-signs', up: searchSigns },
  { id: '0007-saved-views', up: savedViews },
  { id: '0008-carried', up: carried },
  { id: '0009-file-keys', up: fileKeys },
];

/** What conversations need from the rest of the house. */
export interface ConversationsNeeds {
  readonly config: {
    readonly dataDir: string;
    readonly uploadLimitBytes: number;
    readonly liveFramesPerSecond: number;
  };
  readonly db: Db;
  readonly bus: Bus;
  readonly log: Log;
  /** Words the team does not want said; without it everything may be. */
  readonly words?: WordPort;
}

/** Conversations and their messages: the heart of the counter. */
export function createConversations({
  config,
  db,
  bus,
  log,
  words: guard = noWords,
}: ConversationsNeeds): Module {
  const failed = (error: unknown) => log.error({ error: String(error) }, 'conversations failed');
  const names = createNames(db);
  const lanes = createLanes({ db, names, guard, aside: asideWith(db, guard), failed });
  const presence = createPresence(db, bus, failed);
  const viewing = createViewing(lanes, bus, newId());
  const files = createFileStore(join(config.dataDir, 'files'), config.uploadLimitBytes);
  const limits = limitsFor(config.liveFramesPerSecond);
  const limiters = {
    words: createLimiter(limits.words),
    arrivals: createLimiter(limits.arrivals),
    uploads: createLimiter(limits.uploads),
    bytes: createLimiter(limits.bytes),
  };
  db.onHappened((happened) => {
    lanes.heed(happened);
    names.heed(happened);
  });
  const partial = createPartialFiles(join(config.dataDir, 'files'));
  const uploads = { files, partial, limitBytes: config.uploadLimitBytes };
  return defineModule({
    name: 'conversations',
    migrations: conversationsMigrations,
    routes: routesWith({ lanes, uploads, limits: limiters, presence, guard }),
    events,
    reactions,
    jobs: jobsWith(files, partial),
    books: [filesKept],
    frames: [sendFrame(lanes, limiters), typingFrame(lanes, bus), viewing.frame, readFrame()],
    live: [
      ({ hub }) => {
        presence.attach(hub);
        viewing.attach(hub);
        hearTyping(bus, hub);
        followVisitors(hub, db, failed);
        followRecalls(hub);
        hub.onDelivered((event) => lanes.heed([event]));
      },
    ],
    checks,
  });
}
