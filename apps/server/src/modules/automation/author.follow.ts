import { sql } from 'kysely';
import { react } from '../../kernel/reactions.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { keyRevoked, memberChanged, memberDeactivated } from '../access/index.ts';
import { buyerChanged } from '../buyers/index.ts';
import { membersWith } from '../notices/index.ts';
import { standingOf } from './author.ts';
import { membersOf } from './definition.ts';
import { renameFound } from './find.store.ts';
import { rulesByIds } from './rule.store.ts';
import { stopRule } from './stop.ts';
import type { RuleRow } from './tables.ts';

/** Rules at work that act for somebody, or name them. */
const rulesAbout = async (tx: Tx, id: string): Promise<RuleRow[]> => {
  const rows = await run<{ id: string }>(
    tx,
    sql`select id from automation_rules where team_id = ${tx.team} and state = 'on'
          and (author_id = ${id} or strpos(definition::text, ${id}) > 0)`,
  );
  return rulesByIds(
    tx,
    rows.map((row) => row.id),
  );
};

const names = (rule: RuleRow, id: string): boolean =>
  rule.definition.actions.some((action) => membersOf(action).includes(id));

/** AUT-11: stops what acts for somebody who may no longer do it, or hands work to somebody who is no longer there. */
async function stopAbout(tx: Tx, id: string, name: string): Promise<void> {
  for (const rule of await rulesAbout(tx, id)) {
    const standing = rule.author?.id === id ? await standingOf(tx, rule) : 'stands';
    if (standing !== 'stands') await stopRule(tx, rule.id, standing, name);
    else if (
      names(rule, id) &&
      !(await membersWith(tx, 'conversations.read', rule.shopId)).includes(id)
    )
      await stopRule(tx, rule.id, 'member_gone', name);
  }
}

/** What of people and buyers rules have to hear. */
export const people = [
  react('automation.people', [memberDeactivated, memberChanged], (_actor, tx, { data }) =>
    stopAbout(tx, data.memberId, data.name),
  ),
  react('automation.keys', keyRevoked, (_actor, tx, { data }) => stopAbout(tx, data.keyId, '')),
  react('automation.names', buyerChanged, (_actor, tx, { subject }) =>
    renameFound(tx, [subject]).then(() => undefined),
  ),
];
