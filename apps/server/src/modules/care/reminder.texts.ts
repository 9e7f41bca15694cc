import { automation, type care, type InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { unknownPlace } from '../../kernel/wording.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { orderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import {
  readWordings,
  remindersOf,
  tallyReminders,
  writeWordings,
} from './reminder.texts.store.ts';

const kept = 90 * 24 * 3_600_000;

/** The shop's words for reminding by hand, and what came of each in ninety days. */
export async function getReminderTexts(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof care.getReminderTexts>,
) {
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'orders.read', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const items = await readWordings(tx, shopId);
  const results = await tallyReminders(tx, shopId, new Date(clock.now() - kept));
  const may = can(actor, 'automation.manage', { shop: shopId }) === 'yes';
  return { items, results, can: may ? ['putReminderTexts'] : [] };
}

/** Replaces the shop's words for reminding by hand; without any the card stands alone. */
export async function putReminderTexts(
  actor: StaffActor,
  tx: Tx,
  { shopId, items }: InputOf<typeof care.putReminderTexts>,
) {
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'automation.manage', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const texts = items.flatMap((one) => Object.values(one.texts));
  const strange = texts.map((text) => unknownPlace(text, automation.careVariables)).find(Boolean);
  if (strange) return refuse('rule.text_unknown_variable', { variable: strange });
  const isEmpty = items.some((one) => Object.values(one.texts).every((text) => !text.trim()));
  if (isEmpty || new Set(items.map(({ name }) => name)).size < items.length)
    return refuse('rule.needs_text');
  await writeWordings(tx, shopId, items);
  record(tx, actor, {
    action: 'reminder_texts.changed',
    subject: { kind: 'shop', id: shopId },
    after: { wordings: items.map(({ name }) => name) },
    shop: shopId,
  });
  return getReminderTexts(actor, tx, { shopId });
}

/** Reminders by hand of an order, and what came of each. */
export async function getOrderReminders(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof care.getOrderReminders>,
) {
  const order = await orderFacts(tx, orderId);
  if (!order || can(actor, 'orders.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  return { items: await remindersOf(tx, orderId) };
}
