import type { SystemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import type { OutreachRow, Verdict } from '../outreach/index.ts';
import { boughtMeanwhile } from './bought.store.ts';
import { lockFollowups } from './followup.store.ts';
import { greetingStands } from './greeting.store.ts';
import { holds } from './quota.rules.ts';
import type { Settings } from './settings.rules.ts';
import { settingsOf } from './settings.ts';
import { type VariantNow, variantsOf } from './standing.store.ts';
import { isWish } from './state.rules.ts';
import type { FollowupRow } from './tables.ts';
import { wishLetter } from './wish.card.ts';

interface Sight {
  readonly bought: ReadonlySet<string>;
  readonly variants: ReadonlyMap<string, VariantNow>;
  readonly settings: ReadonlyMap<string, Settings>;
}

/** A wish is told of what is so at this very moment, at this moment's price. */
async function wishVerdict(
  tx: Tx,
  row: FollowupRow,
  { variants, settings }: Sight,
): Promise<Verdict> {
  const variant = variants.get(row.variantId ?? '');
  const set = settings.get(row.shopId);
  const { reason, belowMinor } = row;
  if (!variant || !set || !isWish(reason)) return { skip: 'gone' };
  if (!holds({ reason, belowMinor }, variant)) return { skip: 'no_longer' };
  const buyer = await buyerFacts(tx, row.buyerId);
  const locale = (buyer?.locale ?? 'zh-CN') as 'zh-CN' | 'zh-TW' | 'en';
  return wishLetter({ id: row.id, reason }, variant, set, locale);
}

async function verdictOf(
  tx: Tx,
  message: OutreachRow,
  row: FollowupRow | undefined,
  sight: Sight,
): Promise<Verdict> {
  if (!row) return { skip: 'gone' };
  // Taken back, or planned anew under another message.
  if (row.state !== 'sending' || row.messageId !== message.id) return { skip: 'no_longer' };
  if (sight.bought.has(row.id)) return { skip: 'bought' };
  if (isWish(row.reason)) return wishVerdict(tx, row, sight);
  if (row.reason === 'greeting') {
    const key = row.occasion.split(':')[0] ?? '';
    return (await greetingStands(tx, row.shopId, key)) ? 'send' : { skip: 'stopped' };
  }
  return 'send';
}

/** Asked at the moment of sending: whether the follow-up still stands, the buyer has not bought, what was waited for is so. */
export async function recheckFollowups(
  _actor: SystemActor,
  tx: Tx,
  messages: readonly OutreachRow[],
): Promise<ReadonlyMap<string, Verdict>> {
  const rows = await lockFollowups(
    tx,
    messages.map(({ cause }) => cause.id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const products = [
    ...new Set(rows.flatMap((row) => (isWish(row.reason) ? (row.productId ?? []) : []))),
  ];
  const sight: Sight = {
    bought: await boughtMeanwhile(
      tx,
      rows.map(({ id }) => id),
    ),
    variants: new Map((await variantsOf(tx, products)).map((one) => [one.variantId, one])),
    settings: await settingsOf(tx, [...new Set(rows.map(({ shopId }) => shopId))]),
  };
  const verdicts = new Map<string, Verdict>();
  for (const message of messages)
    verdicts.set(message.id, await verdictOf(tx, message, byId.get(message.cause.id), sight));
  return verdicts;
}
