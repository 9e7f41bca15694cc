import type { access, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { briefShops } from '../shops/index.ts';
import { authorityChanged } from './events.ts';
import { holderOf, limitsInForce } from './limit.find.ts';
import { type Amounts, withinLimits } from './limit.rules.ts';
import { maySetLimits, type Subject, shownLimits } from './limit.shown.ts';
import {
  deleteLimit,
  everyShop,
  type LimitPlace,
  type LimitRow,
  limitRows,
  putLimit,
  putStageMinutes,
  stageMinutes,
} from './limit.store.ts';
import { exceptionsIn, limitedRoles, roleSubject, subjectOf } from './limit.subject.ts';

/** Limits of every role and of whoever has own ones, in one currency; for one shop when asked for. */
export async function listLimits(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.listLimits>,
) {
  const shops = await briefShops(tx, actor.shops);
  const shop = shops.find((one) => one.id === input.shopId);
  if (input.shopId && !shop) return refuse('shop.not_found');
  const currency = shop?.currency ?? input.currency ?? shops[0]?.currency ?? 'CNY';
  const at = { currency, shopId: input.shopId ?? null };
  const rows = await limitRows(tx, [currency]);
  const here = rows.filter((row) => row.shopId === everyShop || row.shopId === at.shopId);
  const subjects = [...limitedRoles.map(roleSubject), ...(await exceptionsIn(tx, here))];
  return {
    ...at,
    currencies: [...new Set(shops.map((one) => one.currency))],
    stageMinutes: await stageMinutes(tx),
    rows: subjects.map((subject) => shownLimits(actor, rows, subject, at)),
    can: actor.kind === 'member' && actor.role === 'owner' ? ['setApprovalTimes'] : [],
  };
}

type Place = Pick<
  InputOf<typeof access.setLimit>,
  'subjectKind' | 'subjectId' | 'action' | 'currency'
> & {
  readonly shopId?: string | null | undefined;
};
type PlaceRefusal = Refusal<'limit.subject_not_found' | 'limit.above_own' | 'shop.not_found'>;

/** The limit the actor may change there; nobody widens a limit of a shop outside of the own. */
async function reach(
  actor: StaffActor,
  tx: Tx,
  place: Place,
): Promise<{ subject: Subject; place: LimitPlace } | PlaceRefusal> {
  const subject = await subjectOf(tx, place.subjectKind, place.subjectId);
  if (!subject) return refuse('limit.subject_not_found');
  if (!maySetLimits(actor, subject)) return refuse('limit.above_own');
  const shopId = place.shopId ?? null;
  if (shopId === null && actor.shops !== null) return refuse('limit.above_own');
  const known =
    shopId === null || (await briefShops(tx, actor.shops)).some((one) => one.id === shopId);
  if (!known) return refuse('shop.not_found');
  const { subjectKind, subjectId, action, currency } = place;
  return {
    subject,
    place: { subjectKind, subjectId, action, currency, shopId: shopId ?? everyShop },
  };
}

/** Puts the change on record, tells it, and answers with the subject's limits as they hold now. */
async function changed(
  actor: StaffActor,
  tx: Tx,
  subject: Subject,
  place: LimitPlace,
  to: Amounts | null,
) {
  const { shopId, ...where } = place;
  const shop = shopId === everyShop ? null : shopId;
  record(tx, actor, {
    action: to ? 'limit.set' : 'limit.removed',
    subject: { kind: subject.kind, id: subject.id },
    shop,
    after: { ...where, ...to },
  });
  const memberId = subject.kind === 'member' ? subject.id : null;
  emit(tx, authorityChanged, { subject: tx.team ?? '', actor, data: { what: 'limits', memberId } });
  const rows = await limitRows(tx, [place.currency]);
  return shownLimits(actor, rows, subject, { shopId: shop, currency: place.currency });
}

/** Sets a limit; nobody sets more than the own authority. */
export async function setLimit(actor: StaffActor, tx: Tx, input: InputOf<typeof access.setLimit>) {
  const found = await reach(actor, tx, input);
  if (isRefusal(found)) return found;
  const { subject, place } = found;
  const { perActMinor, perOrderMinor, perBuyerDayMinor, perDayMinor, floorPercent, beyond } = input;
  const to = { perActMinor, perOrderMinor, perBuyerDayMinor, perDayMinor, floorPercent, beyond };
  const rows = await limitRows(tx, [place.currency]);
  const shopId = input.shopId ?? null;
  const own = limitsInForce(rows, holderOf(actor), place.action, { ...place, shopId });
  if (!withinLimits(to, own)) return refuse('limit.above_own');
  await putLimit(tx, place, to, now());
  return changed(actor, tx, subject, place, to);
}

/** What holds for a subject now, and what would without the limit at this place. */
function withAndWithout(rows: readonly LimitRow[], { kind, id, role }: Subject, place: LimitPlace) {
  const shopId = place.shopId === everyShop ? null : place.shopId;
  const asked = kind === 'role' ? { role } : { role, kind, id };
  const hold = (among: readonly LimitRow[]) =>
    limitsInForce(among, asked, place.action, { ...place, shopId });
  const others = rows.filter(
    (row) =>
      row.subjectKind !== place.subjectKind ||
      row.subjectId !== place.subjectId ||
      row.shopId !== place.shopId ||
      row.action !== place.action,
  );
  return { held: hold(rows), next: hold(others) };
}

/** Takes an own limit off, so that the next one holds again; nobody makes room beyond the own authority by that. */
export async function removeLimit(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.removeLimit>,
) {
  const found = await reach(actor, tx, input);
  if (isRefusal(found)) return found;
  const rows = await limitRows(tx, [found.place.currency]);
  const at = { ...found.place, shopId: input.shopId ?? null };
  const own = limitsInForce(rows, holderOf(actor), at.action, at);
  const { held, next } = withAndWithout(rows, found.subject, found.place);
  if (!withinLimits(next, own) && !withinLimits(next, held)) return refuse('limit.above_own');
  await deleteLimit(tx, found.place);
  return changed(actor, tx, found.subject, found.place, null);
}

/** How long a request waits for one line of approvers; the owner's to say. */
export async function setApprovalTimes(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof access.setApprovalTimes>,
) {
  if (actor.kind !== 'member' || actor.role !== 'owner') {
    return refuse('access.denied', { permission: 'limits.manage' });
  }
  await putStageMinutes(tx, input.stageMinutes);
  record(tx, actor, { action: 'limit.times_set', after: { stageMinutes: input.stageMinutes } });
  emit(tx, authorityChanged, {
    subject: actor.team,
    actor,
    data: { what: 'limits', memberId: null },
  });
  return { stageMinutes: input.stageMinutes };
}
