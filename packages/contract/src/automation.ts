/** Rules: when something happens to an order or a conversation and conditions hold, something is done. Order care is made of them. */

import {
  Rule,
  RuleDefinition,
  RuleRan,
  RuleRun,
  RuleState,
  RuleTold,
  RuleVersion,
  RunState,
  TrialRow,
} from './automation.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { Id, Page, PageQuery, Text, Type, Whole } from './schema.ts';

export * from './automation.errors.ts';
export * from './automation.shapes.ts';

const ofShop = Strict({ shopId: Id });
const ofRule = Strict({ ruleId: Id });
const definition = [
  'rule.condition_unfit',
  'rule.text_unknown_variable',
  'rule.needs_order',
  'rule.needs_text',
  'rule.needs_member',
  'rule.needs_schedule',
  'coupon.template_not_found',
] as const;
const authored = ['coupon.template_not_found', 'rule.coupon_beyond'] as const;

export const listRules = endpoint({
  id: 'listRules',
  method: 'GET',
  path: '/shops/:shopId/rules',
  summary: 'Rules of a shop in the order they run, ready-made order care among them',
  params: ofShop,
  reply: Type.Object({ items: Type.Array(Rule) }),
  errors: ['shop.not_found'],
});

export const createRule = endpoint({
  id: 'createRule',
  method: 'POST',
  path: '/shops/:shopId/rules',
  summary: 'Adds a rule behind the others, off',
  params: ofShop,
  body: Strict({ name: Text(80, 1), definition: RuleDefinition }),
  reply: Rule,
  errors: ['shop.not_found', 'rule.too_many', 'rule.coupon_beyond', ...definition],
});

export const updateRule = endpoint({
  id: 'updateRule',
  method: 'PUT',
  path: '/rules/:ruleId',
  summary: 'Changes a rule: a new version; old runs keep naming theirs',
  params: ofRule,
  body: Strict({ name: Text(80, 1), definition: RuleDefinition, expectedVersion: Whole() }),
  reply: Rule,
  errors: ['rule.not_found', 'rule.changed_meanwhile', 'rule.coupon_beyond', ...definition],
});

export const setRuleState = endpoint({
  id: 'setRuleState',
  method: 'PUT',
  path: '/rules/:ruleId/state',
  summary: 'Switches a rule on, pauses it or switches it off, at once',
  params: ofRule,
  body: Strict({ state: RuleState }),
  reply: Rule,
  errors: ['rule.not_found', 'rule.needs_author', ...authored],
});

export const adoptRule = endpoint({
  id: 'adoptRule',
  method: 'PUT',
  path: '/rules/:ruleId/author',
  summary:
    'Takes a rule over: it acts for who does so; one that stopped for want of an author goes on',
  params: ofRule,
  reply: Rule,
  errors: ['rule.not_found', 'rule.coupon_beyond', ...definition],
});

export const removeRule = endpoint({
  id: 'removeRule',
  method: 'DELETE',
  path: '/rules/:ruleId',
  summary: 'Takes a rule of the own making away; ready-made ones can only be switched off',
  params: ofRule,
  errors: ['rule.not_found', 'rule.ready_made'],
});

export const moveRules = endpoint({
  id: 'moveRules',
  method: 'PUT',
  path: '/shops/:shopId/rule-order',
  summary: 'Says in which order the rules of a shop run',
  params: ofShop,
  body: Strict({ ruleIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }) }),
  reply: Type.Object({ items: Type.Array(Rule) }),
  errors: ['shop.not_found', 'rule.order_incomplete'],
});

export const resetRule = endpoint({
  id: 'resetRule',
  method: 'DELETE',
  path: '/rules/:ruleId/changes',
  summary: 'Gives a ready-made rule its first words and conditions back, as a new version',
  params: ofRule,
  reply: Rule,
  errors: ['rule.not_found', 'rule.not_ready_made', ...authored],
});

export const listRuleVersions = endpoint({
  id: 'listRuleVersions',
  method: 'GET',
  path: '/rules/:ruleId/versions',
  summary: 'Versions of a rule, newest first',
  params: ofRule,
  reply: Type.Object({ items: Type.Array(RuleVersion) }),
  errors: ['rule.not_found'],
});

export const tryRule = endpoint({
  id: 'tryRule',
  method: 'POST',
  path: '/shops/:shopId/rule-trials',
  summary: 'What a rule would do with the last 1,000 orders or conversations; nothing is done',
  params: ofShop,
  body: Strict({ definition: RuleDefinition }),
  reply: Type.Object({
    looked: Type.Integer(),
    matched: Type.Integer(),
    rows: Type.Array(TrialRow, { description: 'Up to 200: those that match first.' }),
  }),
  errors: ['shop.not_found', ...definition],
});

export const listRuleRuns = endpoint({
  id: 'listRuleRuns',
  method: 'GET',
  path: '/shops/:shopId/rule-runs',
  summary: 'What rules did in the last 90 days, newest first',
  params: ofShop,
  query: Strict({
    ...PageQuery,
    ruleId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    state: Type.Optional(RunState),
    q: Type.Optional(Text(80, 0, 'Number of an order or name of a buyer.')),
  }),
  reply: Page(RuleRun),
  errors: ['shop.not_found', 'list.cursor_invalid'],
});

export const getOrderCare = endpoint({
  id: 'getOrderCare',
  method: 'GET',
  path: '/orders/:orderId/care',
  summary: 'What rules did about one order, newest first, and what came of it',
  params: ofOrder,
  reply: Type.Object({ items: Type.Array(RuleRun) }),
  errors: ['order.not_found'],
});

/** Event types of rules with the shape of their data. */
export const automationEvents = {
  'rule.ran': RuleRan,
  'rule.stopped': RuleTold,
  'rule.changed': RuleTold,
} as const;
