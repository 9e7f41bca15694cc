import { automation } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { getOrderCare, listRuleRuns } from './log.ts';
import { listRules, listRuleVersions, moveRules } from './rule.list.ts';
import { adoptRule, setRuleState } from './rule.state.ts';
import { createRule, removeRule, resetRule, updateRule } from './rule.ts';
import { tryRule } from './trial.ts';

const read = 'automation.read';
const manage = 'automation.manage';
const audited = { audited: true };

export const routes = [
  route(automation.listRules, read, listRules),
  route(automation.createRule, manage, createRule, audited),
  route(automation.updateRule, manage, updateRule, audited),
  route(automation.setRuleState, manage, setRuleState, audited),
  route(automation.adoptRule, manage, adoptRule, audited),
  route(automation.removeRule, manage, removeRule, audited),
  route(automation.moveRules, manage, moveRules, audited),
  route(automation.resetRule, manage, resetRule, audited),
  route(automation.listRuleVersions, read, listRuleVersions),
  route(automation.tryRule, read, tryRule),
  route(automation.listRuleRuns, read, listRuleRuns),
  route(automation.getOrderCare, 'orders.read', getOrderCare),
];
