import { automation } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { unknownPlace } from '../../kernel/wording.ts';
import { membersWith } from '../notices/index.ts';
import { isGiven } from '../offers/index.ts';
import { unfitAsk } from './condition.rules.ts';

type Definition = automation.RuleDefinition;
type Action = automation.RuleAction;

const textsOf = (action: Action): string[] =>
  action.do === 'send' || action.do === 'coupon'
    ? action.variants.flatMap(({ texts }) => Object.values(texts))
    : [];

const isOfOrder = ({ trigger, schedule }: Definition): boolean =>
  trigger.startsWith('order.') || schedule?.of === 'orders';

/** People an action names. */
export const membersOf = (action: Action): string[] => {
  if (action.do === 'assign') return action.memberId === null ? [] : [action.memberId];
  if (action.do === 'task') return action.assigneeId === null ? [] : [action.assigneeId];
  return action.do === 'notify' ? action.memberIds : [];
};

/** What a text may stand for: a coupon is there only where one is given. */
const placesOf = (action: Action): readonly string[] =>
  action.do === 'coupon' ? [...automation.careVariables, 'coupon'] : automation.careVariables;

function checkActions(definition: Definition) {
  for (const action of definition.actions) {
    const strange = textsOf(action)
      .map((text) => unknownPlace(text, placesOf(action)))
      .find(Boolean);
    if (strange) return refuse('rule.text_unknown_variable', { variable: strange });
    if (
      (action.do === 'send' || action.do === 'coupon') &&
      action.variants.some(({ texts }) => Object.values(texts).every((text) => text.trim() === ''))
    )
      return refuse('rule.needs_text');
    if (action.do === 'urgent' && !isOfOrder(definition)) return refuse('rule.needs_order');
  }
  return null;
}

/** What a person needs to do by hand what a rule does by itself. */
const needed: Readonly<Record<Action['do'], string | null>> = {
  send: 'outreach.send',
  tag: 'buyers.edit',
  note: 'conversations.note',
  assign: 'conversations.assign',
  urgent: 'orders.urgent',
  task: 'tasks.write',
  notify: null,
  webhook: null,
  coupon: 'coupons.issue',
};

/** Rules act as the product itself: nobody has one do what they may not do in its shop. */
export function beyondOwn(actor: Actor, shopId: string, { actions }: Definition) {
  const permission = actions
    .map((action) => needed[action.do])
    .find((name) => name !== null && can(actor, name, { shop: shopId }) !== 'yes');
  return permission ? refuse('access.denied', { permission }) : null;
}

/** Refuses a rule that could never do what it says. */
export async function checkDefinition(tx: Tx, shopId: string, definition: Definition) {
  const unfit = unfitAsk(definition.conditions);
  if (unfit) return refuse('rule.condition_unfit', { fact: unfit.fact });
  if (definition.trigger === 'schedule' && definition.schedule === null)
    return refuse('rule.needs_schedule');
  const refused = checkActions(definition);
  if (isRefusal(refused)) return refused;
  for (const action of definition.actions)
    if (action.do === 'coupon' && !(await isGiven(tx, action.templateId, shopId)))
      return refuse('coupon.template_not_found');
  const named = definition.actions.flatMap(membersOf);
  if (named.length === 0) return null;
  const here = new Set(await membersWith(tx, 'conversations.read', shopId));
  return named.every((id) => here.has(id)) ? null : refuse('rule.needs_member');
}
