import type { automation } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { couponWords, giveCoupon } from '../offers/index.ts';
import type { Acting } from './act.ts';
import { giverOf } from './author.ts';
import { letterFor } from './send.ts';
import { stepOf } from './step.rules.ts';

type Action = Extract<automation.RuleAction, { do: 'coupon' }>;
type Result = automation.RunAction;

/**
 * Gives a coupon and sends it with its words: in the name of who the rule acts for, within that person's authority and the
 * budget of its kind, once for the rule, the buyer and the occasion.
 */
export async function giveByRule(
  actor: SystemActor,
  tx: Tx,
  action: Action,
  { rule, run, sight, key, letters }: Acting,
): Promise<Result> {
  const refused = (detail: string): Result => ({ do: 'coupon', result: 'refused', detail });
  const { buyerId, orderId, conversationId } = sight.seen;
  if (buyerId === null) return refused('no_buyer');
  const { templateId, channels, variants } = action;
  const holder = await giverOf(tx, rule, templateId);
  if (!holder) return refused('no_author');
  const about = run.conversationId ?? conversationId;
  const given = await giveCoupon(
    actor,
    tx,
    { templateId, buyerId, ...(about ? { conversationId: about } : {}) },
    { holder, cause: key, quiet: true },
  );
  if (isRefusal(given)) return refused(given.code);
  const { title, card } = await couponWords(tx, given);
  const letter = letterFor(rule, { variants, card: false }, sight, { coupon: title });
  if ('missing' in letter) return refused(`missing:${letter.missing}`);
  const result: Result = {
    do: 'coupon',
    result: 'done',
    detail: given.id,
    variant: letter.variant,
  };
  letters.push({
    plan: {
      ...{ key, shopId: rule.shopId, buyerId, orderId, conversationId: run.conversationId },
      ...{ topic: 'marketing', channels, text: letter.text, recheck: 'automation' },
      cause: { kind: 'rule', id: rule.id, step: stepOf(run.id, letter.variant) },
      card: { ...card, text: `${letter.text}\n${card.text}`.slice(0, 4_000) },
      subject: title,
    },
    put: (messageId) => Object.assign(result, { messageId }),
  });
  return result;
}
