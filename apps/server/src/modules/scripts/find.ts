import type { workbench } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { inSight } from './reach.ts';

type Found = workbench.FoundScriptShape;

const mostWords = 6;

/** How well one word fits, as the picker in the desk weighs it: code, title, its pinyin, the text; 0: not at all. */
const fitOf = (word: string) => sql`case
  when k.code = ${word} then 100
  when starts_with(k.title, ${word}) then 80
  when starts_with(k.initials, ${word}) or starts_with(k.code, ${word}) then 70
  when starts_with(k.pinyin, ${word}) then 65
  when position(${word} in k.title) > 0 then 60
  when position(${word} in k.initials) > 0 then 40
  when position(${word} in k.pinyin) > 0 then 35
  when position(${word} in k.text) > 0 then 30
  else 0 end`;

/** SRCH-02: published scripts of the libraries in sight that hold every word, the best first. */
export async function findScripts(
  actor: StaffActor,
  tx: Tx,
  asked: { readonly q: string; readonly limit: number; readonly shopId?: string },
): Promise<Found[]> {
  const words = asked.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  const ofShop = asked.shopId ? sql`(s.scope <> 'shop' or s.shop_id = ${asked.shopId})` : sql`true`;
  return run<Found>(
    tx,
    sql`select id, name as title, said as text, scope, "shopId"
        from (select k.*, least(${sql.join(words.map(fitOf))}) as fit
          from (select s.id, s.scope, s.shop_id as "shopId", s.title as name, l.said, lower(s.code) as code, lower(s.title) as title,
              lower(l.said) as text, s.pinyin, s.initials
            from scripts s, lateral (select coalesce(nullif(s.lead->>${actor.locale}::text, ''), s.lead->>'zh-CN', '') as said) l
            where s.team_id = ${actor.team} and s.removed_at is null and s.published_version is not null
              and ${inSight(actor, 's')} and ${ofShop}) k) f
        where fit > 0 order by fit desc, name, id limit ${asked.limit}`,
  );
}
