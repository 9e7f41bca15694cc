import { type Actor, actorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';
import { presetDefinition, presets } from './presets.ts';
import { presetNames } from './presets.words.ts';
import { insertRules, insertVersions } from './rule.store.ts';
import { planPurge } from './work.ts';

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
