import type { InputOf, insight } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import type { SpecialDay } from './calendar.rules.ts';
import { lockFacts } from './facts.store.ts';
import { dropAllPages } from './page.store.ts';

interface Row extends SpecialDay {
  readonly name: string;
  readonly hours: { readonly from: string; readonly until: string }[];
}

const readDays = (tx: Tx, shopId: string) =>
  run<Row>(
    tx,
    sql`select date::text as date, name, hours from insight_special_days
        where team_id = ${tx.team} and shop_id = ${shopId} order by date`,
  );

/** Dates on which a shop keeps other hours. */
export async function listSpecialDays(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof insight.listSpecialDays>,
) {
  const seen = can(actor, 'insight.read', { shop: shopId }) === 'yes';
  if (!seen || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  return { items: await readDays(tx, shopId) };
}

/** Sets them all; every number of the shop is reckoned anew when it is next asked for. */
export async function setSpecialDays(
  actor: StaffActor,
  tx: Tx,
  { shopId, items }: InputOf<typeof insight.setSpecialDays>,
) {
  const mine = can(actor, 'insight.manage', { shop: shopId }) === 'yes';
  if (!mine || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  await lockFacts(tx);
  const before = await readDays(tx, shopId);
  const days = [...new Map(items.map((item) => [item.date, item])).values()];
  await run(
    tx,
    sql`delete from insight_special_days where team_id = ${tx.team} and shop_id = ${shopId}`,
  );
  await run(
    tx,
    sql`insert into insight_special_days (team_id, shop_id, date, name, hours)
        select ${tx.team}, ${shopId}, d.date, d.name, d.hours
        from json_to_recordset(${JSON.stringify(days)}::json) as d(date date, name text, hours json)`,
  );
  await dropAllPages(tx, shopId);
  record(tx, actor, {
    action: 'insight.special_days_changed',
    subject: { kind: 'shop', id: shopId },
    before: { days: before.map(({ date }) => date) },
    after: { days: days.map(({ date }) => date) },
    shop: shopId,
  });
  return { items: await readDays(tx, shopId) };
}
