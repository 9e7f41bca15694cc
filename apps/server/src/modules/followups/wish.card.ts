import type { cards, followups, Locale, Static } from '@guitai/contract';
import { cardLabels, cardTitles } from './default.words.ts';
import type { Settings } from './settings.rules.ts';
import type { VariantNow } from './standing.store.ts';
import { money, wordsFor } from './words.rules.ts';

interface Letter {
  readonly text: string;
  readonly card: Static<typeof cards.InfoCard>;
}

/** What a buyer who waited is told, in their language, at the price of this moment. */
export function wishLetter(
  wish: { readonly id: string; readonly reason: followups.WishKindWord },
  variant: VariantNow,
  settings: Settings,
  locale: Static<typeof Locale>,
): Letter {
  const of = {
    reason: wish.reason,
    buyerName: '',
    shopName: '',
    orderNumber: null,
    category: null,
  };
  const text = wordsFor({ ...of, product: variant }, settings, locale);
  const { title, options, priceMinor, currency, url } = variant;
  const price = money(priceMinor, currency, locale);
  const isWeb = url !== null && /^https?:\/\//.test(url);
  return {
    text,
    card: {
      ...{ type: 'info', id: wish.id, kind: wish.reason === 'back' ? 'restock' : 'price_drop' },
      state: '',
      title: `${cardTitles[wish.reason][locale]} · ${title}`,
      text,
      imageUrl: variant.pictureUrl,
      lines: [
        { label: cardLabels.price[locale], value: price },
        ...(options ? [{ label: '', value: options }] : []),
      ],
      links: isWeb ? [{ label: cardLabels.open[locale], url }] : [],
      params: { productId: variant.productId, variantId: variant.variantId, priceMinor, currency },
    },
  };
}
