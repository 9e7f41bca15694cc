import { type Actor, actorRef } from '../../kernel/actor.ts';
import { exponentOf } from '../../kernel/money.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lineOf } from './approval.line.ts';
import type { Authority, LimitedAct } from './authority.ts';

type Beyond = Exclude<Authority, { verdict: 'yes' }>;
type BeyondRefusal = Refusal<'authority.approval_needed' | 'authority.beyond_limit'>;

/** An amount for a sentence in any of the languages, e.g. `¥120`. */
function written(minor: number, currency: string, locale: string): string {
  const digits = exponentOf(currency);
  const format = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const whole = minor % 10 ** digits === 0 ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(locale, { ...format, ...whole }).format(minor / 10 ** digits);
}

/**
 * The refusal of an act beyond the own authority, with its numbers and who can approve it. When nobody can, it says so.
 * `params.why` lists every bound that was reached.
 */
export async function beyondAuthority(
  actor: Actor,
  tx: Tx,
  act: LimitedAct,
  { verdict, why }: Beyond,
): Promise<BeyondRefusal> {
  const line =
    verdict === 'no' ? [] : await lineOf(tx, { act, requester: actorRef(actor).id ?? '' });
  const [first] = why;
  const money = (minor: number) => written(minor, act.currency, actor.locale);
  const params = {
    why,
    amount: money(first?.wantedMinor ?? act.amountMinor),
    limit: money(first?.limitMinor ?? 0),
    used: money(first?.usedMinor ?? 0),
    approvers: line.map((one) => one.name).join(actor.locale === 'en' ? ', ' : '、'),
    canAsk: line.length > 0,
  };
  return line.length === 0
    ? refuse('authority.beyond_limit', params)
    : refuse('authority.approval_needed', params);
}
