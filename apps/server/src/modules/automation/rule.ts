import type { automation, InputOf } from '@guitai/contract';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { pauseCause, resumeCause, stopCause } from '../outreach/index.ts';
import { findShop } from '../shops/index.ts';
import { authorshipOf, mayAuthor, refuseOrphan } from './author.ts';
import { checkDefinition } from './definition.ts';
import { ruleChanged } from './events.ts';
import { holdStill } from './hold.ts';
import { work } from './jobs.ts';
import { presetDefinition, presets } from './presets.ts';
import { presetNames } from './presets.words.ts';
import {
  deleteRule,
  insertRules,
  insertVersions,
  listenFromNow,
  readRule,
  rulesOfShop,
  savePositions,
  saveRule,
  versionsOf,
} from './rule.store.ts';
import { showRule, showRules } from './shown.ts';
import type { RuleRow } from './tables.ts';
import { planTimer } from './timer.ts';
import { planPurge } from './work.ts';

const mostRules = 200;
type Permission = 'automation.read' | 'automation.manage';

/** A shop whose rules the actor may see or manage; otherwise there is none. */
export const reachShop = async (actor: Actor, tx: Tx, shopId: string, permission: Permission) =>
  (can(actor, permission, { shop: shopId }) === 'yes' ? await findShop(tx, shopId) : null) ??
  refuse('shop.not_found');

async function reachRule(
  actor: Actor,
  tx: Tx,
  id: string,
  permission: Permission,
): Promise<RuleRow | Refusal<'rule.not_found'>> {
  const rule = await readRule(tx, id, permission === 'automation.manage');
  return rule && can(actor, permission, { shop: rule.shopId }) === 'yes'
    ? rule
    : refuse('rule.not_found');
}

function tell(actor: Actor, tx: Tx, rule: Pick<RuleRow, 'id' | 'shopId'>, why: string): void {
  emit(tx, ruleChanged, {
    subject: rule.id,
    reach: { shop: rule.shopId },
    actor,
    data: { ruleId: rule.id, shopId: rule.shopId, why },
  });
}

const note = (
  actor: StaffActor,
  tx: Tx,
  rule: RuleRow,
  action: string,
  changes: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) =>
  record(tx, actor, {
    action,
    subject: { kind: 'rule', id: rule.id },
    shop: rule.shopId,
    ...changes,
  });

/** Gives a shop its ready-made rules, all off; those it has are left as they are. */
export async function addPresets(actor: Actor, tx: Tx, shopId: string): Promise<void> {
  const shop = await findShop(tx, shopId);
  if (!shop) return;
  const rules = presets.map((preset, n) => ({
    id: newId(),
    shopId,
    preset,
    name: presetNames[preset][shop.locale],
    position: n + 1,
    definition: presetDefinition(preset),
    author: null,
  }));
  const written = new Set(await insertRules(tx, rules, now()));
  const versions = rules
    .filter(({ id }) => written.has(id))
    .map(({ id, name, definition }) => ({ ruleId: id, version: 1, name, definition }));
  if (versions.length > 0) await insertVersions(tx, versions, actorRef(actor), now());
  if (versions.length > 0) await planPurge(tx);
}

/** Rules of a shop in the order they run. */
export async function listRules(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof automation.listRules>,
) {
  const shop = await reachShop(actor, tx, shopId, 'automation.read');
  if (isRefusal(shop)) return shop;
  return { items: await showRules(actor, tx, await rulesOfShop(tx, shopId)) };
}

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

/** Who a rule acts for once it is on: who wrote it; of a ready-made one nobody has touched, who switches it on. */
async function authorOn(actor: StaffActor, tx: Tx, rule: RuleRow, state: RuleRow['state']) {
  if (state !== 'on') return rule.author;
  if (rule.author) return (await refuseOrphan(tx, rule)) ?? rule.author;
  return (await mayAuthor(actor, tx, rule)) ?? authorshipOf(actor, tx, rule);
}

/** Switches a rule; what it has planned waits, goes on or is dropped at once, in every process. */
export async function setRuleState(
  actor: StaffActor,
  tx: Tx,
  { ruleId, state }: InputOf<typeof automation.setRuleState>,
) {
  await holdStill(tx);
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  if (rule.state === state) return showRule(actor, tx, rule);
  const author = await authorOn(actor, tx, rule, state);
  if (isRefusal(author)) return author;
  return switchTo(actor, tx, { ...rule, author }, state);
}

/** The rule in another state, with all that follows from it. */
async function switchTo(actor: StaffActor, tx: Tx, rule: RuleRow, state: RuleRow['state']) {
  const { id: ruleId } = rule;
  const at = now();
  const next: RuleRow = {
    ...rule,
    ...{ state, updatedAt: at, stoppedAt: null, stoppedWhy: null, stoppedDetail: null },
  };
  await saveRule(tx, next);
  if (state === 'on' && rule.state === 'off') await listenFromNow(tx, ruleId);
  await planTimer(tx, next, at);
  const cause = { kind: 'rule', id: ruleId };
  const change = { on: resumeCause, paused: pauseCause, off: stopCause }[state];
  await change(actor, tx, cause);
  await enqueue(tx, work, {});
  tell(actor, tx, next, state);
  note(actor, tx, next, 'rule.switched', { before: { state: rule.state }, after: { state } });
  return showRule(actor, tx, next);
}

/** AUT-11: takes a rule over: from now on it acts for who does so, within what that person may do; a stopped one goes on. */
export async function adoptRule(
  actor: StaffActor,
  tx: Tx,
  { ruleId }: InputOf<typeof automation.adoptRule>,
) {
  await holdStill(tx);
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  const unfit =
    (await checkDefinition(tx, rule.shopId, rule.definition)) ?? (await mayAuthor(actor, tx, rule));
  if (unfit) return unfit;
  const next = { ...rule, author: await authorshipOf(actor, tx, rule) };
  const orphaned = rule.stoppedWhy === 'author_gone' || rule.stoppedWhy === 'author_lost';
  note(actor, tx, rule, 'rule.adopted', {
    before: { author: rule.author?.id ?? null },
    after: { author: next.author.id },
  });
  if (orphaned) return switchTo(actor, tx, next, 'on');
  await saveRule(tx, next);
  tell(actor, tx, next, 'adopted');
  return showRule(actor, tx, next);
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

/** Says in which order the rules of a shop run. */
export async function moveRules(
  actor: StaffActor,
  tx: Tx,
  { shopId, ruleIds }: InputOf<typeof automation.moveRules>,
) {
  const shop = await reachShop(actor, tx, shopId, 'automation.manage');
  if (isRefusal(shop)) return shop;
  const before = await rulesOfShop(tx, shopId);
  const known = new Set(before.map(({ id }) => id));
  if (known.size !== ruleIds.length || !ruleIds.every((id) => known.has(id)))
    return refuse('rule.order_incomplete');
  await savePositions(tx, ruleIds);
  const [first] = before;
  if (first) tell(actor, tx, first, 'moved');
  return { items: await showRules(actor, tx, await rulesOfShop(tx, shopId)) };
}

/** Versions of a rule, newest first. */
export async function listRuleVersions(
  actor: StaffActor,
  tx: Tx,
  { ruleId }: InputOf<typeof automation.listRuleVersions>,
) {
  const rule = await reachRule(actor, tx, ruleId, 'automation.read');
  if (isRefusal(rule)) return rule;
  const items = await versionsOf(tx, ruleId);
  return { items: items.map((one) => ({ ...one, at: one.at.toISOString() })) };
}
