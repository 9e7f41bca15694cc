import { automation, channels, outreach } from '@guitai/contract';
import { onTestFinished } from 'vitest';
import { system } from '../src/kernel/actor.ts';
import { clock } from '../src/kernel/clock.ts';
import { newId } from '../src/kernel/ids.ts';
import { quiet } from '../src/kernel/log.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { recheckRules } from '../src/modules/automation/index.ts';
import { addPresets } from '../src/modules/automation/presets.add.ts';
import { workWith } from '../src/modules/automation/work.ts';
import { decideDue } from '../src/modules/outreach/index.ts';
import { type AtCounter, atCounter } from './counter.ts';
import { digest } from './outreach.ts';

/** A counter with rules at work: what happened is heard, decided and sent when a test says so. */
export interface Ruled extends AtCounter {
  /** Lets rules hear what happened and decide what is due. */
  rules(): Promise<void>;
  /** The same, and sends what is due. */
  care(): Promise<void>;
  /** What happened is heard and planned; nothing is decided. */
  heard(): Promise<void>;
  /** The buyer writes. */
  writes(text: string): Promise<{ message: { id: string } }>;
  /** Moves the clock on by so many minutes; no hour is quiet in the shop. */
  later(minutes: number): void;
  /** A ready-made rule, switched on, changed as given. */
  on(preset: automation.CarePreset, change?: Partial<automation.RuleDefinition>): Promise<string>;
  /** A rule of the shop's own, switched on. */
  rule(name: string, definition: Partial<automation.RuleDefinition>): Promise<string>;
  list(): Promise<readonly automation.Rule[]>;
  /** What rules did, newest first. */
  log(query?: { ruleId?: string; q?: string }): Promise<readonly automation.RuleRunShape[]>;
}

/** A definition that does nothing but what it is given. */
export const definition = (
  part: Partial<automation.RuleDefinition>,
): automation.RuleDefinition => ({
  trigger: 'order.placed',
  delayMinutes: 0,
  schedule: null,
  conditions: { match: 'all', of: [] },
  actions: [{ do: 'webhook', name: 'ran' }],
  stopOnMatch: false,
  repeatMinutes: null,
  ...part,
});

/** Words in all languages. */
export const words = (text: string) => [
  { name: 'A', texts: { 'zh-CN': text, 'zh-TW': text, en: text } },
];

export const send = (text: string): automation.RuleAction => ({
  ...{ do: 'send', topic: 'service', channels: ['chat'], variants: words(text), card: false },
});

export async function ruled(): Promise<Ruled> {
  const real = clock.now;
  onTestFinished(() => {
    clock.now = real;
  });
  const w = await atCounter();
  let ahead = 0;
  clock.now = () => real() + ahead;
  const making = system(w.team, 'test');
  await w.db.write(making, (tx) => addPresets(making, tx, w.shop));
  const reactions = w.modules.find(({ name }) => name === 'automation')?.reactions ?? [];
  const running = startReactions(w.db, reactions, undefined, w.team);
  onTestFinished(() => running.stop());
  const owner = await w.as('何雅琴');
  const day = { shopId: w.shop, quietHours: null };
  await owner.call(outreach.updateOutreachSettings, day);
  const list = async () => (await owner.call(automation.listRules, { shopId: w.shop })).items;
  const rules = async () => {
    await running.settled();
    await workWith(quiet)(system(w.team, 'automation.work'), w.db);
    await running.settled();
  };
  const turnOn = async (ruleId: string) => {
    await owner.call(automation.setRuleState, { ruleId, state: 'on' });
    await running.settled();
    return ruleId;
  };
  return {
    ...w,
    rules,
    heard: () => running.settled(),
    async care() {
      await rules();
      await decideDue(w.db, w.team, { automation: recheckRules }, 500, digest());
      await running.settled();
    },
    async writes(text) {
      // A token of the shop is good for minutes: after a move of the clock it is another one.
      const chat = w.visitor({ secret: w.chat.secret, identity: await w.identity('b-1') });
      return chat.call(channels.sendChatMessage, { clientKey: newId(), text });
    },
    later(minutes) {
      ahead += minutes * 60_000;
    },
    async on(preset, change) {
      const rule = (await list()).find((one) => one.preset === preset);
      if (!rule) throw new Error(`no rule ${preset}`);
      if (change) {
        await owner.call(automation.updateRule, {
          ...{ ruleId: rule.id, name: rule.name, expectedVersion: rule.version },
          definition: { ...rule.definition, ...change },
        });
      }
      return turnOn(rule.id);
    },
    async rule(name, part) {
      const input = { shopId: w.shop, name, definition: definition(part) };
      return turnOn((await owner.call(automation.createRule, input)).id);
    },
    list,
    async log(query = {}) {
      return (await owner.call(automation.listRuleRuns, { shopId: w.shop, ...query })).items;
    },
  };
}
