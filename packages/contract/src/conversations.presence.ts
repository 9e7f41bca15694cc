/** Who is there. */
import { PresenceStatus } from './conversations.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Id, Type } from './schema.ts';

/** A colleague and whether they can be given a conversation now. */
export const Presence = Type.Object({
  memberId: Id,
  name: Type.String(),
  status: PresenceStatus,
  chosen: Type.Union([Type.Literal('online'), Type.Literal('away')], {
    description: 'What the member set by hand.',
  }),
  openConversations: Type.Integer({ description: 'Open or pending ones they hold.' }),
});

export const setPresence = endpoint({
  id: 'setPresence',
  method: 'PUT',
  path: '/presence',
  summary: 'Say whether one is available; stays until changed',
  body: Strict({ status: Type.Union([Type.Literal('online'), Type.Literal('away')]) }),
  reply: Presence,
});

export const listPresence = endpoint({
  id: 'listPresence',
  method: 'GET',
  path: '/presence',
  summary: 'Colleagues with their availability and load',
  reply: Type.Object({ items: Type.Array(Presence) }),
});
