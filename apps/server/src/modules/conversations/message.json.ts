import { id, instant, orNull, word } from './json-text.ts';

/**
 * Message `m` as JSON text for the team (`Message`), as SQL. Null `shown` hides what was recalled.
 */
export const messageJsonOf = (
  shown: string,
): string => `concat('{"id":"', m.id, '","conversationId":"', m.conversation_id,
    '","seq":', m.seq, ',"kind":', ${word('m.kind')}, ',"author":{"kind":', ${word('m.author_kind')}, ',"id":', ${id('m.author_id')},
    ',"name":', ${word('m.author_name')}, '},"text":', case when ${shown} then to_json(m.text)::text else '""' end,
    ',"card":', ${orNull('m.card')}, ',"file":', ${orNull('case when m.recalled_at is null then m.file end')},
    ',"line":', ${orNull('m.line')}, ',"clientKey":', ${word('m.client_key')}, ',"at":', ${instant('m.at')},
    ',"recalledAt":', ${instant('m.recalled_at')}, ',"hidden":', case when m.hidden then 'true}' else 'false}' end)`;

/** The same as anyone may see it. */
export const messageJsonText = messageJsonOf('m.recalled_at is null');
