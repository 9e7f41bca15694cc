import type { automation, cards, Static } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import { fillText, type Values, variantFor, wordsFor } from '../../kernel/wording.ts';
import { cardTitles, cardWords } from './presets.words.ts';
import { type Sight, valuesOf } from './snapshot.ts';
import type { RuleRow } from './tables.ts';

type Send = Extract<automation.RuleAction, { do: 'send' }>;

/** Words for one recipient. */
export interface Letter {
  readonly text: string;
  readonly variant: string;
  readonly locale: Locale;
  readonly card: Static<typeof cards.InfoCard> | null;
}

/** Why there are no words: a value is missing, nothing is written, nobody to write to. */
export interface NoLetter {
  readonly missing: string;
}

/** The words one recipient gets, in their language; the same recipient always gets the same wording. */
export function letterFor(
  rule: RuleRow,
  send: Pick<Send, 'variants' | 'card'>,
  sight: Sight,
  more: Values = {},
): Letter | NoLetter {
  if (sight.seen.buyerId === null) return { missing: 'buyer' };
  const variant = variantFor(send.variants, `${rule.id} ${sight.seen.subjectId}`);
  const words = wordsFor(variant, sight.seen.locale, sight.shop.locale);
  if (!words) return { missing: 'text' };
  const filled = fillText(words.text, { ...valuesOf(sight, words.locale), ...more });
  if ('missing' in filled) return filled;
  const card = send.card ? cardOf(rule, sight, filled.text, words.locale) : null;
  return { text: filled.text, variant: variant.name, locale: words.locale, card };
}

function cardOf(rule: RuleRow, sight: Sight, text: string, locale: Locale): Letter['card'] {
  const { seen } = sight;
  if (seen.orderId === null) return null;
  const values = valuesOf(sight, locale);
  const line = (word: keyof typeof cardWords, value: string | undefined) =>
    value ? [{ label: cardWords[word][locale], value }] : [];
  const isWeb = seen.url !== null && /^https?:\/\//.test(seen.url);
  return {
    type: 'info',
    id: seen.orderId,
    kind: 'care',
    state: rule.preset ?? 'rule',
    title: (cardTitles[rule.preset ?? 'other'] ?? cardTitles.other)?.[locale] ?? '',
    text,
    imageUrl: null,
    lines: [
      ...line('order', values.order),
      ...(rule.trigger === 'order.placed' ? line('due', values.due) : []),
      ...(rule.trigger === 'order.shipped' ? line('tracking', values.tracking) : []),
    ],
    links: isWeb ? [{ label: cardWords.open[locale], url: seen.url ?? '' }] : [],
    params: { ruleId: rule.id, trigger: rule.trigger, orderNumber: seen.number },
  };
}
