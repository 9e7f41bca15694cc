import { sql } from 'kysely';
import { localDay, now } from '../../kernel/clock.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { wallOf } from '../../kernel/zone.ts';
import { membersWith, notify } from '../notices/index.ts';

interface Due {
  readonly assigneeId: string | null;
  readonly count: number;
}

/** Follow-ups of a shop that are due, by person. */
const dueIn = (tx: Tx, shopId: string) =>
  run<Due>(
    tx,
    sql`select assignee_id as "assigneeId", count(*)::int as count from followups
        where team_id = ${tx.team} and shop_id = ${shopId} and state = 'open' and planned_at <= ${now()} group by 1`,
  );

const startHour = 9;

/** Once a day, from nine: how many follow-ups of a shop wait for each person; those nobody has, for who sets up the lists. */
export async function tellDue(
  tx: Tx,
  shop: { readonly id: string; readonly timezone: string },
): Promise<void> {
  if (wallOf(now(), shop.timezone).hour < startHour) return;
  const day = localDay(shop.timezone);
  for (const { assigneeId, count } of await dueIn(tx, shop.id)) {
    const to = assigneeId ? [assigneeId] : await membersWith(tx, 'followups.manage', shop.id);
    await notify(tx, {
      to,
      kind: 'followups_due',
      shopId: shop.id,
      subject: { kind: 'shop', id: shop.id },
      path: `/marketing/followups?shop=${shop.id}${assigneeId ? `&assignee=${assigneeId}` : '&assignee=nobody'}`,
      params: { count, mine: assigneeId ? 1 : 0 },
      key: `followups ${day} ${shop.id} ${assigneeId ?? 'nobody'}`,
    });
  }
}
