import { isoColumn } from '../../kernel/events.ts';

/** Message `m` as JSON for the team (`Message`), as SQL text. Null `shown` hides what was recalled. */
export const messageJsonOf = (shown: string): string => `json_build_object(
    'id', m.id, 'conversationId', m.conversation_id, 'seq', m.seq, 'kind', m.kind,
    'author', json_build_object('kind', m.author_kind, 'id', m.author_id, 'name', m.author_name),
    'text', case when ${shown} then m.text else '' end, 'card', m.card,
    'file', case when m.recalled_at is null then m.file end, 'line', m.line, 'clientKey', m.client_key,
    'at', ${isoColumn('m.at')}, 'recalledAt', ${isoColumn('m.recalled_at')}, 'hidden', m.hidden)`;

/** The same as anyone may see it. */
export const messageJsonText = messageJsonOf('m.recalled_at is null');
