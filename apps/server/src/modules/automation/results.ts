import type { outreach as contract, Static } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Heard, reactMany } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { noteShown, takeBack } from '../offers/index.ts';
import { noteReminder, orderActed, orderPaid, ordersMirrored } from '../orders/index.ts';
import * as outreach from '../outreach/index.ts';
import { addCounts, type Counted, type What } from './count.store.ts';
import { presetIsReminder } from './presets.ts';
import {
  actionsOf,
  markConvertedRuns,
  markReplied,
  markReversedRuns,
  markSent,
  type Turned,
} from './results.store.ts';
import { rulesByIds } from './rule.store.ts';
import { readStep } from './step.rules.ts';

type Told = Static<typeof contract.OutreachTold>;

const words: Readonly<Record<string, What>> = {
  'outreach.sent': 'sent',
  'outreach.delivered': 'delivered',
  'outreach.failed': 'failed',
  'outreach.unknown': 'unknown',
  'outreach.skipped': 'skipped',
  'outreach.replied': 'replied',
};

const isOurs = ({ data }: Heard<Told>) => data.cause.kind === 'rule';
const runIdOf = ({ data }: Heard<Told>) => readStep(data.cause.step).runId;

/** A reminder of a rule counts in the shop's interval as one by hand does. */
async function noteReminders(actor: SystemActor, tx: Tx, sent: readonly Heard<Told>[]) {
  const rules = await rulesByIds(tx, [...new Set(sent.map(({ data }) => data.cause.id))]);
  const reminding = new Set(rules.filter(presetIsReminder).map(({ id }) => id));
  const orders = sent.flatMap(({ data }) =>
    reminding.has(data.cause.id) ? (data.orderId ?? []) : [],
  );
  for (const orderId of new Set(orders)) await noteReminder(actor, tx, { orderId });
}

/** A coupon whose message never left is nobody's: it goes back into its budget. */
async function takeBackUntold(actor: SystemActor, tx: Tx, runIds: readonly string[]) {
  for (const { actions } of await actionsOf(tx, runIds))
    for (const { do: kind, result, detail } of actions)
      if (kind === 'coupon' && result === 'done') await takeBack(actor, tx, detail, 'untold');
}

/** The card of a coupon that a rule gave follows the coupon, like one given by hand. */
async function noteShownCoupons(actor: SystemActor, tx: Tx, sent: readonly Heard<Told>[]) {
  if (sent.length === 0) return;
  const places = await outreach.placesOf(
    tx,
    sent.map(({ data }) => data.messageId),
  );
  if (places.size === 0) return;
  for (const { actions } of await actionsOf(tx, sent.map(runIdOf)))
    for (const { do: kind, result, detail, messageId } of actions) {
      const place = messageId ? places.get(messageId) : undefined;
      if (kind === 'coupon' && result === 'done' && place)
        await noteShown(actor, tx, detail, place);
    }
}

/** CMP-02: what became of the messages of rules, in counters and on their runs. */
const told = reactMany(
  'automation.results',
  [
    outreach.outreachSent,
    outreach.outreachDelivered,
    outreach.outreachFailed,
    outreach.outreachUnknown,
    outreach.outreachSkipped,
    outreach.outreachReplied,
  ],
  200,
  async (actor, tx, events) => {
    const ours = events.filter(isOurs);
    if (ours.length === 0) return;
    const counted = ours.flatMap((event): Counted[] => {
      const what = words[event.type];
      const { id, step } = event.data.cause;
      return what ? [{ ruleId: id, variant: readStep(step).variant, what, by: 1 }] : [];
    });
    const of = (type: string) => ours.filter((event) => event.type === type);
    await markSent(tx, of('outreach.sent').map(runIdOf), now());
    await markReplied(tx, of('outreach.replied').map(runIdOf), now());
    await noteReminders(actor, tx, of('outreach.sent'));
    await noteShownCoupons(actor, tx, of('outreach.sent'));
    await takeBackUntold(
      actor,
      tx,
      [...of('outreach.skipped'), ...of('outreach.failed')].map(runIdOf),
    );
    await addCounts(tx, counted);
  },
);

const optedOut = reactMany(
  'automation.optedOut',
  outreach.outreachOptedOut,
  100,
  async (_actor, tx, events) => {
    const counted = events.flatMap(({ data }): Counted[] =>
      data.cause?.kind === 'rule'
        ? [
            {
              ruleId: data.cause.id,
              variant: readStep(data.cause.step).variant,
              what: 'optedOut',
              by: data.undone ? -1 : 1,
            },
          ]
        : [],
    );
    await addCounts(tx, counted);
  },
);

const variantOf = ({ actions }: Turned) =>
  actions.find(({ messageId }) => messageId)?.variant ?? '';

const countTurned = (turned: readonly Turned[], by: 1 | -1): Counted[] =>
  turned.map((one) => ({ ruleId: one.ruleId, variant: variantOf(one), what: 'converted', by }));

/** Paid within 24 hours of a reminder: its result; given back since: no longer. */
async function followMoney(actor: SystemActor, tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const converted = await markConvertedRuns(tx, orderIds, now());
  for (const { orderId, actions } of converted) {
    const message = actions.find(({ messageId }) => messageId)?.messageId;
    if (message) await outreach.markConverted(actor, tx, message, orderId);
  }
  const reversed = await markReversedRuns(tx, orderIds, now());
  await addCounts(tx, [...countTurned(converted, 1), ...countTurned(reversed, -1)]);
}

const paid = reactMany('automation.paid', [orderPaid, orderActed], 200, (actor, tx, events) =>
  followMoney(actor, tx, [...new Set(events.map(({ data }) => idOf(data)))]),
);

const idOf = (data: { orderId: string } | { order: { id: string } }): string =>
  'orderId' in data ? data.orderId : data.order.id;

const mirrored = reactMany('automation.paidThere', ordersMirrored, 5, (actor, tx, events) =>
  followMoney(
    actor,
    tx,
    events.flatMap(({ data }) => data.orders.flatMap(({ id, was }) => (was === null ? [] : [id]))),
  ),
);

export const counting = [told, optedOut, paid, mirrored];
