import type { TeamActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { adoptPayments, mirrorMethods } from '../orders/index.ts';
import { buyers } from './content/people.ts';
import { type Texts, textIn } from './content/words.ts';
import { currency } from './records.rules.ts';
import { externalIdOf } from './shoppers.ts';

const giftCard: Texts = ['青竹礼品卡', '青竹禮品卡', 'Green Bamboo gift card'];

/** Gift cards of those one may shop as, and the sandbox gateway behind what was paid. */
export async function loadMoney(actor: TeamActor, tx: Tx, shopId: string): Promise<void> {
  const cards = buyers
    .filter(({ shopper }) => shopper)
    .map((buyer, n) => ({
      buyerExternalId: externalIdOf(buyer),
      externalId: `${externalIdOf(buyer)}-gift`,
      kind: 'gift_card' as const,
      sourceKind: '',
      label: textIn(actor.locale, giftCard),
      balanceMinor: 5_000 + n * 2_500,
      currency,
      attributes: {},
    }));
  await mirrorMethods(tx, shopId, cards);
  await adoptPayments(tx, shopId, 'sandbox');
}
