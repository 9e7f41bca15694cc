import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { can } from '../access/index.ts';
import { defaultSettings } from '../shops/index.ts';

/** What care offers on an order in its buyer's conversation, and the permission it takes. */
const acts = {
  verifyOrder: 'orders.verify',
  verifyAddress: 'orders.verify',
  withdrawOrderCheck: 'orders.verify',
  remindPayment: 'orders.remind',
  sendOrderCard: 'conversations.reply',
  sendTrackingCard: 'conversations.reply',
} as const;

/** Endpoints of care this reader's role allows. */
export const grantedOnCare = (actor: Actor): string[] =>
  can(actor, 'conversations.reply') === 'yes'
    ? Object.entries(acts)
        .filter(([, permission]) => can(actor, permission) === 'yes')
        .map(([id]) => id)
    : [];

/** Whether the buyer of order `o` was reminded within the shop's interval. */
const remindedOf = (o: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
    select from payment_reminders m
    where m.team_id = ${o}.team_id and m.order_id = ${o}.id and m.at > now() - make_interval(mins => coalesce(
      (select (s.settings ->> 'reminderIntervalMinutes')::int from published.shops s
        where s.team_id = ${o}.team_id and s.id = ${o}.shop_id), ${defaultSettings.reminderIntervalMinutes})))`;

/**
 * The granted ids as far as care's own records allow them on order `o` (columns team_id, id, shop_id): a question that is
 * open is not asked again but can be withdrawn; no reminder within the shop's interval.
 */
export const careActs = (granted: readonly string[], o: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select array_remove(array_remove(array_remove(array_remove(${[...granted]}::text[],
        case when k.goods then 'verifyOrder' end), case when k.address then 'verifyAddress' end),
        case when k.goods or k.address then null else 'withdrawOrderCheck' end),
        case when ${remindedOf(o)} then 'remindPayment' end)
    from (select coalesce(bool_or(kind = 'order'), false) as goods, coalesce(bool_or(kind = 'address'), false) as address
      from order_checks where team_id = ${o}.team_id and order_id = ${o}.id and state = 'asked') k)`;
