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

/**
 * The granted ids as far as care's own records allow them on order `o` (columns team_id, id, shop_id): a question that is
 * open is not asked again but can be withdrawn; no reminder within the shop's interval.
 */
export const careActs = (granted: readonly string[], o: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array(select act from unnest(${[...granted]}::text[]) act where case act
    when 'verifyOrder' then not exists (select from order_checks k
      where k.team_id = ${o}.team_id and k.order_id = ${o}.id and k.state = 'asked' and k.kind = 'order')
    when 'verifyAddress' then not exists (select from order_checks k
      where k.team_id = ${o}.team_id and k.order_id = ${o}.id and k.state = 'asked' and k.kind = 'address')
    when 'withdrawOrderCheck' then exists (select from order_checks k
      where k.team_id = ${o}.team_id and k.order_id = ${o}.id and k.state = 'asked')
    when 'remindPayment' then not exists (select from payment_reminders m
      where m.team_id = ${o}.team_id and m.order_id = ${o}.id and m.at > now() - make_interval(mins => coalesce(
        (select (s.settings ->> 'reminderIntervalMinutes')::int from published.shops s
          where s.team_id = ${o}.team_id and s.id = ${o}.shop_id), ${defaultSettings.reminderIntervalMinutes})))
    else true end)`;
