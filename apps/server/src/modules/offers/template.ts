import type { InputOf, offers } from '@guitai/contract';
import type { Actor, StaffActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, sightOf } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { couponTemplateChanged } from './events.ts';
import { settingsOf } from './settings.ts';
import {
  insertTemplate,
  insertVersion,
  readTemplate,
  readTemplates,
  type TemplateRow,
  updateTemplate,
  writeStopped,
} from './template.store.ts';
import { faultIn, worthOf } from './terms.rules.ts';

type Wanted = Pick<
  TemplateRow,
  | 'name'
  | 'terms'
  | 'budgetMinor'
  | 'maxCount'
  | 'perBuyer'
  | 'validFrom'
  | 'validUntil'
  | 'validDays'
>;

/** A kind of coupon as its reader sees it, with what may be done with it now. */
export function shownTemplate(actor: Actor, row: TemplateRow) {
  const here = { shop: row.shopId };
  const manages = can(actor, 'coupons.manage', here) === 'yes';
  const gives = can(actor, 'coupons.issue', here) === 'yes' && row.stoppedAt === null;
  const manage = manages
    ? [
        'changeCouponTemplate',
        row.stoppedAt === null ? 'stopCouponTemplate' : 'resumeCouponTemplate',
      ]
    : [];
  return { ...row, can: [...manage, ...(gives ? ['issueCoupon'] : [])] };
}

/** SHOP-10: kinds of coupons, newest first. */
export async function listCouponTemplates(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.listCouponTemplates>,
) {
  const after = readCursor<[string, string]>('coupon-templates', ['instant', 'id'], input.cursor);
  if (isRefusal(after)) return after;
  const limit = input.limit ?? 50;
  const { shopId, giving } = input;
  const shops = sightOf(actor, 'offers.read')?.shops ?? null;
  const rows = await readTemplates(tx, { shops, shopId, giving, after, limit: limit + 1 });
  const page = pageOf('coupon-templates', rows, limit, (row) => [row.place, row.id]);
  return {
    items: page.items.map(({ place: _place, ...row }) => shownTemplate(actor, row)),
    next: page.next,
  };
}

/** The fields of a wish, without what else a body carries. */
const wantedOf = ({ name, terms, budgetMinor, maxCount, perBuyer, ...rest }: Wanted): Wanted => {
  const { validFrom, validUntil, validDays } = rest;
  return { name, terms, budgetMinor, maxCount, perBuyer, validFrom, validUntil, validDays };
};

const checked = (wanted: Wanted, postageMinor: number) => {
  const field = faultIn(wanted.terms, wanted, postageMinor);
  return field === null ? null : refuse('coupon.terms_wrong', { field });
};

async function told(actor: TeamActor, tx: Tx, id: string, action: string, before: unknown = null) {
  const row = await readTemplate(tx, id);
  if (!row) throw new Error('a kind of coupon vanished');
  const { shopId } = row;
  emit(tx, couponTemplateChanged, {
    subject: id,
    reach: { shop: shopId },
    actor,
    data: { templateId: id, shopId },
  });
  const after = action === 'changed' || action === 'made' ? wantedOf(row) : null;
  const subject = { kind: 'coupon_template', id };
  record(tx, actor, { action: `coupon_template.${action}`, subject, before, after, shop: shopId });
  return shownTemplate(actor, row);
}

/** SHOP-10: makes a kind of coupon. */
export async function createCouponTemplate(
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof offers.createCouponTemplate>,
) {
  const { shopId } = input;
  const shop = await findShop(tx, shopId);
  if (!shop || can(actor, 'coupons.manage', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const { postageMinor } = await settingsOf(tx, shopId);
  const wrong = checked(input, postageMinor);
  if (wrong) return wrong;
  const id = newId();
  const worthMinor = worthOf(input.terms, postageMinor);
  await insertTemplate(tx, { ...wantedOf(input), id, shopId, currency: shop.currency, worthMinor });
  await insertVersion(actor, tx, id);
  return told(actor, tx, id, 'made');
}

async function manageable(actor: StaffActor, tx: Tx, templateId: string) {
  const row = await readTemplate(tx, templateId);
  return row && can(actor, 'coupons.manage', { shop: row.shopId }) === 'yes'
    ? row
    : refuse('coupon.template_not_found');
}

/** New terms; coupons given before keep theirs. Bounds below what is given out already do not hold together. */
export async function changeCouponTemplate(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof offers.changeCouponTemplate>,
) {
  const before = await manageable(actor, tx, input.templateId);
  if (isRefusal(before)) return before;
  const { postageMinor } = await settingsOf(tx, before.shopId);
  const wrong = checked(input, postageMinor);
  if (wrong) return wrong;
  const worthMinor = worthOf(input.terms, postageMinor);
  if (!(await updateTemplate(tx, { ...wantedOf(input), id: before.id, worthMinor })))
    return refuse('coupon.terms_wrong', { field: 'budgetMinor' });
  await insertVersion(actor, tx, before.id);
  return told(actor, tx, before.id, 'changed', wantedOf(before));
}

const switched =
  (action: 'stopped' | 'resumed') =>
  async (actor: StaffActor, tx: Tx, { templateId }: { readonly templateId: string }) => {
    const row = await manageable(actor, tx, templateId);
    if (isRefusal(row)) return row;
    await writeStopped(tx, row.id, action === 'stopped' ? now() : null);
    return told(actor, tx, row.id, action);
  };

/** Gives out no more of it. */
export const stopCouponTemplate = switched('stopped');

/** Gives it out again. */
export const resumeCouponTemplate = switched('resumed');
