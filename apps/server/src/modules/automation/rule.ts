import type { automation, InputOf } from '@guitai/contract';
import { actorRef, type StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { stopCause } from '../outreach/index.ts';
import { findShop } from '../shops/index.ts';
import { authorshipOf, mayAuthor } from './author.ts';
import { checkDefinition } from './definition.ts';
import { addPresets } from './presets.add.ts';
import { presetDefinition } from './presets.ts';
import { presetNames } from './presets.words.ts';
import { reachRule, reachShop } from './rule.reach.ts';
import {
  deleteRule,
  insertRules,
  insertVersions,
  readRule,
  rulesOfShop,
  saveRule,
} from './rule.store.ts';
import { note, tell } from './rule.tell.ts';
import { showRule } from './shown.ts';
import type { RuleRow } from './tables.ts';
import { planTimer } from './timer.ts';

const mostRules = 200;

/** Adds a rule behind the others, off. */
export async function createRule(
  actor: StaffActor,
  tx: Tx,
  { shopId, name, definition }: InputOf<typeof automation.createRule>,
) {
  const shop = await reachShop(actor, tx, shopId, 'automation.manage');
  if (isRefusal(shop)) return shop;
  const unfit =
    (await checkDefinition(tx, shopId, definition)) ??
    (await mayAuthor(actor, tx, { shopId, definition }));
  if (unfit) return unfit;
  await addPresets(actor, tx, shopId);
  const others = await rulesOfShop(tx, shopId);
  if (others.length >= mostRules) return refuse('rule.too_many', { limit: mostRules });
  const id = newId();
  const position = Math.max(0, ...others.map((one) => one.position)) + 1;
  const author = await authorshipOf(actor, tx, { definition });
  await insertRules(tx, [{ id, shopId, preset: null, name, position, definition, author }], now());
  await insertVersions(tx, [{ ruleId: id, version: 1, name, definition }], actorRef(actor), now());
  const rule = await readRule(tx, id);
  if (!rule) throw new Error('a rule was lost while it was made');
  tell(actor, tx, rule, 'created');
  note(actor, tx, rule, 'rule.created', { after: { name } });
  return showRule(actor, tx, rule);
}

/** Writes a changed rule as its next version. */
async function nextVersion(
  actor: StaffActor,
  tx: Tx,
  rule: RuleRow,
  { name, definition }: Pick<RuleRow, 'name' | 'definition'>,
) {
  const at = now();
  const author = await authorshipOf(actor, tx, { definition });
  const next: RuleRow = {
    ...rule,
    ...{ name, definition, trigger: definition.trigger },
    ...{ version: rule.version + 1, updatedAt: at, author },
  };
  await saveRule(tx, next);
  const version = { ruleId: rule.id, version: next.version, name, definition };
  await insertVersions(tx, [version], actorRef(actor), at);
  await planTimer(tx, next, at);
  tell(actor, tx, next, 'changed');
  note(actor, tx, next, 'rule.changed', {
    before: { name: rule.name, version: rule.version },
    after: { name, version: next.version },
  });
  return showRule(actor, tx, next);
}

/** Changes a rule. What waits is asked by the new version when it becomes due; runs of before keep naming theirs. */
export async function updateRule(
  actor: StaffActor,
  tx: Tx,
  { ruleId, name, definition, expectedVersion }: InputOf<typeof automation.updateRule>,
) {
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  if (rule.version !== expectedVersion)
    return refuse('rule.changed_meanwhile', { version: rule.version });
  const { shopId } = rule;
  const unfit =
    (await checkDefinition(tx, shopId, definition)) ??
    (await mayAuthor(actor, tx, { shopId, definition }));
  return unfit ?? nextVersion(actor, tx, rule, { name, definition });
}

/** Gives a ready-made rule its first words and conditions back. */
export async function resetRule(
  actor: StaffActor,
  tx: Tx,
  { ruleId }: InputOf<typeof automation.resetRule>,
) {
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  if (rule.preset === null) return refuse('rule.not_ready_made');
  const shop = await findShop(tx, rule.shopId);
  const name = presetNames[rule.preset][shop?.locale ?? 'zh-CN'];
  const definition = presetDefinition(rule.preset);
  const beyond = await mayAuthor(actor, tx, { shopId: rule.shopId, definition });
  return beyond ?? nextVersion(actor, tx, rule, { name, definition });
}

/** Takes a rule of the own making away; what it has planned is not sent. */
export async function removeRule(
  actor: StaffActor,
  tx: Tx,
  { ruleId }: InputOf<typeof automation.removeRule>,
) {
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  if (rule.preset !== null) return refuse('rule.ready_made');
  await stopCause(actor, tx, { kind: 'rule', id: ruleId });
  await deleteRule(tx, ruleId);
  tell(actor, tx, rule, 'removed');
  note(actor, tx, rule, 'rule.removed', { before: { name: rule.name } });
  return undefined;
}
