import type { automation } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { authorNames } from './author.store.ts';
import { type Count, countsOfRules, type What, waitingOf } from './count.store.ts';
import { beyondOwn } from './definition.ts';
import type { RuleRow } from './tables.ts';

const whats: readonly What[] = [
  'matched',
  'planned',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'skipped',
  'replied',
  'converted',
  'optedOut',
];

const sumOf = (counts: readonly Count[], what: What): number =>
  counts.reduce((sum, one) => (one.what === what ? sum + one.count : sum), 0);

const variantsOf = (rule: RuleRow, counts: readonly Count[]) =>
  rule.definition.actions.flatMap((action) =>
    (action.do === 'send' || action.do === 'coupon') && action.variants.length > 1
      ? action.variants.map(({ name }) => {
          const own = counts.filter(({ variant }) => variant === name);
          return {
            name,
            sent: Math.max(0, sumOf(own, 'sent')),
            replied: Math.max(0, sumOf(own, 'replied')),
            converted: sumOf(own, 'converted'),
          };
        })
      : [],
  );

const orphaned = new Set<RuleRow['stoppedWhy']>(['author_gone', 'author_lost']);

function canOf(actor: Actor, rule: RuleRow): string[] {
  if (can(actor, 'automation.manage', { shop: rule.shopId }) !== 'yes') return [];
  const adoptable = !beyondOwn(actor, rule.shopId, rule.definition);
  if (orphaned.has(rule.stoppedWhy))
    return ['updateRule', 'moveRules', ...(adoptable ? ['adoptRule'] : []), ...endings(rule)];
  return ['updateRule', 'setRuleState', 'moveRules', ...endings(rule)];
}

const endings = ({ preset }: RuleRow) => [preset === null ? 'removeRule' : 'resetRule'];

function shown(
  actor: Actor,
  rule: RuleRow,
  counts: readonly Count[],
  waiting: number,
  authorName: string,
): automation.Rule {
  const results = Object.fromEntries(
    whats.map((what) => [what, Math.max(0, sumOf(counts, what))]),
  ) as automation.RuleResults;
  return {
    id: rule.id,
    shopId: rule.shopId,
    preset: rule.preset,
    name: rule.name,
    position: rule.position,
    state: rule.state,
    stopped:
      rule.stoppedAt && rule.stoppedWhy
        ? {
            why: rule.stoppedWhy,
            at: rule.stoppedAt.toISOString(),
            detail: rule.stoppedDetail ?? '',
          }
        : null,
    version: rule.version,
    definition: rule.definition,
    waiting,
    results,
    variants: variantsOf(rule, counts),
    author: rule.author && { kind: rule.author.kind, name: authorName },
    updatedAt: rule.updatedAt.toISOString(),
    can: canOf(actor, rule),
  };
}

/** Rules of one shop as the reader may have them, with what came of each. */
export async function showRules(actor: Actor, tx: Tx, rules: readonly RuleRow[]) {
  const [first] = rules;
  if (!first) return [];
  const counts = await countsOfRules(
    tx,
    rules.map(({ id }) => id),
  );
  const waiting = await waitingOf(tx, first.shopId);
  const names = await authorNames(tx, rules);
  return rules.map((rule) =>
    shown(
      actor,
      rule,
      counts.filter(({ ruleId }) => ruleId === rule.id),
      waiting.get(rule.id) ?? 0,
      names.get(rule.author?.id ?? '') ?? '',
    ),
  );
}

/** One rule, the reply of every change. */
export async function showRule(actor: Actor, tx: Tx, rule: RuleRow): Promise<automation.Rule> {
  const [one] = await showRules(actor, tx, [rule]);
  if (!one) throw new Error('a rule was lost while it was shown');
  return one;
}
