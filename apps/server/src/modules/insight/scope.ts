import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { clock } from '../../kernel/clock.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { wallAt } from '../../kernel/zone.ts';
import { briefShops } from '../shops/index.ts';
import type { Span } from './page.store.ts';
import type { Wanted } from './pages.ts';
import { profileOf } from './profile.store.ts';
import { settingsOf } from './settings.store.ts';

export interface ScopeInput {
  readonly from: string;
  readonly to: string;
  readonly shopId?: string;
  readonly memberId?: string;
  readonly profile?: string;
}

/** What the reader asked for, as far as they may see it. */
export interface Scoped extends Wanted {
  /** Only this person's numbers. */
  readonly member: string | null;
}

const dayMs = 86_400_000;
const most = 400;

/** The days of a span, at most 400; null where it is none. */
export function lengthOf({ from, to }: Span): number | null {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return Number.isInteger(days) && days >= 1 && days <= most ? days : null;
}

/** A date some days away. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** The days just before, as many. */
export const spanBefore = (span: Span): Span => {
  const days = lengthOf(span) ?? 1;
  return { from: dayAfter(span.from, -days), to: dayAfter(span.from, -1) };
};

/** Whether the reader may see others' numbers, and in which shops. */
export const readsAll = (actor: StaffActor): boolean => sightOf(actor, 'insight.read') !== null;

/** Shops of which the reader may see numbers; null: all. */
export const shopsSeen = (actor: StaffActor): readonly string[] | null =>
  (sightOf(actor, 'insight.read') ?? sightOf(actor, 'insight.own'))?.shops ?? null;

type Code = 'insight.range_invalid' | 'insight.profile_unknown' | 'insight.not_yours';

/** Whose numbers: with insight.read whoever is named, else only one's own. */
function memberFor(actor: StaffActor, wanted: string | undefined): string | null | Refusal<Code> {
  if (readsAll(actor)) return wanted ?? null;
  if (actor.kind !== 'member') return refuse('insight.not_yours');
  return wanted === undefined || wanted === actor.member
    ? actor.member
    : refuse('insight.not_yours');
}

/** Reads what was asked for; the same for screens, tables, exports and rows (ACL-02). */
export async function scopeOf(
  actor: StaffActor,
  tx: Tx,
  input: ScopeInput,
): Promise<Scoped | Refusal<Code>> {
  const span = { from: input.from, to: input.to };
  if (lengthOf(span) === null) return refuse('insight.range_invalid');
  const member = memberFor(actor, input.memberId);
  if (member !== null && typeof member !== 'string') return member;
  const id = input.profile ?? (await settingsOf(tx)).profile;
  const profile = await profileOf(tx, id);
  if (!profile) return refuse('insight.profile_unknown', { profile: id });
  const seen = await briefShops(tx, shopsSeen(actor));
  const shops = seen.map((shop) => shop.id).filter((shop) => (input.shopId ?? shop) === shop);
  return { profile, span, shops, member };
}

/** Today in the first of the reader's shops. */
export async function todayOf(actor: StaffActor, tx: Tx): Promise<string> {
  const [shop] = await briefShops(tx, shopsSeen(actor));
  return new Date(wallAt(clock.now(), shop?.timezone ?? 'UTC')).toISOString().slice(0, 10);
}
