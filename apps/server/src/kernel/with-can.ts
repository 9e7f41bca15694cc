import { type RawBuilder, sql } from 'kysely';

type Fragment = RawBuilder<unknown>;

/**
 * JSON text of a document with `can` laid over it: of what the thing's state allows, what the reader was granted. `rest` is the
 * document's text without its opening brace. Text, so that the document is not parsed again on its way out.
 */
export const withCan = (rest: Fragment, allows: Fragment, granted: Fragment): Fragment =>
  sql`concat('{"can":', (select coalesce(json_agg(act order by act), '[]')
    from (select ${allows} as allows, ${granted} as granted offset 0) k, unnest(k.allows) act where act = any(k.granted)),
    ',', ${rest})`;
