import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { staffById } from '../access/index.ts';
import { kindOf, mayGive } from '../offers/index.ts';
import { beyondOwn } from './definition.ts';
import type { RuleAuthor, RuleRow } from './tables.ts';

/** Who a rule acts for, with the rights of this moment; null: the product itself, or somebody who is no longer here. */
export const authorOf = (
  tx: Tx,
  { author }: Pick<RuleRow, 'author'>,
): Promise<StaffActor | null> =>
  author === null ? Promise.resolve(null) : staffById(tx, author.kind, author.id);

/** A person or a program as who a rule acts for, with the kinds of coupons they know it to give. */
export async function authorshipOf(
  actor: StaffActor,
  tx: Tx,
  { definition }: Pick<RuleRow, 'definition'>,
): Promise<RuleAuthor> {
  const knew: Record<string, number> = {};
  for (const action of definition.actions) {
    if (action.do !== 'coupon') continue;
    const kind = await kindOf(tx, action.templateId);
    if (kind) knew[action.templateId] = kind.version;
  }
  return actor.kind === 'member'
    ? { kind: 'member', id: actor.member, knew }
    : { kind: 'key', id: actor.key, knew };
}

/**
 * In whose name a rule gives a coupon: its author's. Terms somebody else wrote since count as theirs, so that nobody gives on an
 * owner's authority by changing what an owner's rule gives.
 */
export async function giverOf(
  tx: Tx,
  rule: Pick<RuleRow, 'author'>,
  templateId: string,
): Promise<StaffActor | null> {
  const author = await authorOf(tx, rule);
  const kind = await kindOf(tx, templateId, rule.author?.knew[templateId]);
  if (!author || !kind || kind.same || kind.by.id === rule.author?.id) return author;
  const { kind: who, id } = kind.by;
  return id === null || (who !== 'member' && who !== 'key') ? null : staffById(tx, who, id);
}

type Standing = 'stands' | 'author_gone' | 'author_lost';

const manages = (actor: StaffActor, shopId: string) =>
  can(actor, 'automation.manage', { shop: shopId }) === 'yes';

type Authored = Pick<RuleRow, 'author' | 'shopId' | 'definition'>;

function standing(rule: Authored, author: StaffActor | null): Standing {
  if (rule.author === null) return 'stands';
  if (!author) return 'author_gone';
  const lost = !manages(author, rule.shopId) || beyondOwn(author, rule.shopId, rule.definition);
  return lost ? 'author_lost' : 'stands';
}

/** AUT-11: whether who a rule acts for is still here and may still do by hand what it does. */
export const standingOf = async (tx: Tx, rule: Authored): Promise<Standing> =>
  standing(rule, await authorOf(tx, rule));

/** The same of many rules: each of those they act for is looked up once. */
export async function standingsOf<R extends Authored>(
  tx: Tx,
  rules: Iterable<R>,
): Promise<ReadonlyMap<R, Standing>> {
  const authors = new Map<string, StaffActor | null>();
  const found = new Map<R, Standing>();
  for (const rule of rules) {
    const id = rule.author?.id ?? '';
    if (!authors.has(id)) authors.set(id, await authorOf(tx, rule));
    found.set(rule, standing(rule, authors.get(id) ?? null));
  }
  return found;
}

/** Whether somebody may have a rule act for them: what it does by hand, and the worth of what it gives. */
export async function mayAuthor(
  actor: StaffActor,
  tx: Tx,
  { shopId, definition }: Pick<RuleRow, 'shopId' | 'definition'>,
) {
  const beyond = beyondOwn(actor, shopId, definition);
  if (beyond) return beyond;
  for (const action of definition.actions) {
    if (action.do !== 'coupon') continue;
    const given = await mayGive(actor, tx, action.templateId, shopId);
    if (isRefusal(given)) return given;
  }
  return null;
}

/** Refuses to let a rule go on whose author may no longer do what it does: somebody takes it over first. */
export const refuseOrphan = async (tx: Tx, rule: RuleRow) =>
  (await standingOf(tx, rule)) === 'stands'
    ? null
    : refuse('rule.needs_author', { name: rule.name });
