import { channels, conversations } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import type { Limiter } from '../../kernel/rate.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Route, route, routeBare } from '../../kernel/route.ts';
import { assignConversation, takeConversation } from './assignment.ts';
import { type ChatLimits, sendChatMessageWith } from './chat.send.ts';
import { getChat, listChatMessages, markChatRead } from './chat.ts';
import { getChatFileWith, uploadChatFileWith } from './chat.upload.ts';
import { getChatFrameWith } from './chat-frame.ts';
import {
  closeConversation,
  getConversation,
  markSpam,
  reopenConversation,
  snoozeConversation,
  wakeConversation,
} from './conversation.ts';
import { getDrafts, putDraft } from './draft.ts';
import { refuseAssignment } from './handover.ts';
import { listConversations } from './list.ts';
import { listMessages, recallMessage } from './message.ts';
import type { Lanes } from './post.lanes.ts';
import type { PresenceLive } from './presence.live.ts';
import { listPresence, setPresenceWith } from './presence.ts';
import { markConversationRead } from './read-mark.ts';
import { createSavedView, deleteSavedView, listSavedViews } from './saved-view.ts';
import type { WordPort } from './screen.ts';
import { searchMessages } from './search.ts';
import { addNoteWith, sendMessageWith } from './send.ts';
import { getFileWith, uploadFileWith } from './upload.ts';
import {
  beginUploadWith,
  getUpload,
  type PiecedUploads,
  putUploadPieceWith,
} from './upload-pieces.ts';

export interface RouteParts {
  readonly lanes: Lanes;
  readonly uploads: PiecedUploads;
  readonly limits: ChatLimits & { readonly uploads: Limiter; readonly bytes: Limiter };
  readonly presence: PresenceLive;
  readonly guard: WordPort;
}

/** What belongs to a person: read marks and drafts. A key has neither. */
const own =
  <A extends [unknown, unknown], R>(behaviour: (actor: MemberActor, ...rest: A) => Promise<R>) =>
  async (actor: StaffActor, ...rest: A) =>
    actor.kind === 'member'
      ? behaviour(actor, ...rest)
      : refuse('access.denied', { permission: 'member' });

export const routesWith = ({ lanes, uploads, limits, presence, guard }: RouteParts): Route[] => [
  route(conversations.listConversations, 'conversations.read', listConversations),
  route(conversations.listSavedViews, 'conversations.read', own(listSavedViews)),
  route(conversations.createSavedView, 'conversations.read', own(createSavedView)),
  route(conversations.deleteSavedView, 'conversations.read', own(deleteSavedView)),
  route(conversations.searchMessages, 'conversations.read', searchMessages),
  route(conversations.getConversation, 'conversations.read', getConversation),
  route(conversations.listMessages, 'conversations.read', listMessages),
  routeBare(conversations.sendMessage, 'conversations.reply', sendMessageWith(lanes, guard)),
  routeBare(conversations.addNote, 'conversations.note', addNoteWith(lanes)),
  route(conversations.recallMessage, 'conversations.recall', recallMessage),
  route(conversations.takeConversation, 'conversations.take', takeConversation),
  route(conversations.assignConversation, 'conversations.assign', assignConversation),
  route(conversations.refuseAssignment, 'conversations.take', own(refuseAssignment)),
  route(conversations.closeConversation, 'conversations.close', closeConversation),
  route(conversations.reopenConversation, 'conversations.close', reopenConversation),
  route(conversations.snoozeConversation, 'conversations.snooze', snoozeConversation),
  route(conversations.wakeConversation, 'conversations.snooze', wakeConversation),
  route(conversations.markSpam, 'conversations.block', markSpam),
  route(conversations.markConversationRead, 'conversations.read', own(markConversationRead)),
  route(conversations.putDraft, 'conversations.read', own(putDraft)),
  route(conversations.getDrafts, 'conversations.read', own(getDrafts)),
  routeBare(conversations.uploadFile, 'conversations.reply', uploadFileWith(uploads)),
  route(conversations.beginUpload, 'conversations.reply', beginUploadWith(uploads)),
  route(conversations.getUpload, 'conversations.reply', getUpload),
  routeBare(conversations.putUploadPiece, 'conversations.reply', putUploadPieceWith(uploads)),
  routeBare(conversations.getFile, 'conversations.read', getFileWith(uploads)),
  routeBare(conversations.setPresence, 'member', setPresenceWith(presence)),
  route(conversations.listPresence, 'presence.read', listPresence),
  route(channels.getChatFrame, 'visitor', getChatFrameWith(uploads.limitBytes)),
  routeBare(channels.getChat, 'visitor', getChat),
  route(channels.listChatMessages, 'visitor', listChatMessages),
  routeBare(channels.sendChatMessage, 'visitor', sendChatMessageWith(lanes, limits)),
  route(channels.markChatRead, 'visitor', markChatRead),
  routeBare(channels.uploadChatFile, 'visitor', uploadChatFileWith(uploads, limits)),
  routeBare(channels.getChatFile, 'visitor', getChatFileWith(uploads)),
];
