import type { orders } from '@guitai/contract';
import type { I18n } from '@lingui/core';
import { money } from '../../lib/format.ts';
import { optionText } from './orders.rules.ts';
import { actWords, undoneWords } from './orders.words.ts';

type Act = Pick<orders.OrderActShape, 'kind' | 'params' | 'currency'>;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const fromTo = (from: string, to: string): string => (from && to ? `${from} → ${to}` : to || from);

/** What was done, in a word or two; a mark taken back and a visit called off have words of their own. */
export function actTitle({ kind, params }: Pick<Act, 'kind' | 'params'>, i18n: I18n): string {
  if (kind === 'urgent_set' && params.urgent === false) return i18n._(undoneWords.urgent);
  if (kind === 'appointment_set' && params.state === 'called_off')
    return i18n._(undoneWords.appointment);
  return i18n._(actWords[kind]);
}

/** What an act changed, in one short line: from what to what. Empty where its name and amount say all. */
export function detailOf({ kind, params, currency }: Act): string {
  switch (kind) {
    case 'postage_changed':
    case 'price_changed':
    case 'discount_changed':
    case 'coupon_applied':
      return fromTo(asMoney(params.fromMinor, currency), asMoney(params.toMinor, currency));
    case 'address_changed':
      return fromTo(asText(params.from), asText(params.to));
    case 'items_changed':
      return linesOf(params.lines).map(changeText).join('; ');
    case 'lines_cancelled':
      return linesOf(params.lines).map(goodsText).join('; ');
    case 'shipped':
      return [asText(params.carrier), asText(params.number)].filter(Boolean).join(' ');
    case 'appointment_set':
      return asText(params.date);
    default:
      return '';
  }
}

const asMoney = (value: unknown, currency: string): string =>
  typeof value === 'number' ? money(value, currency) : '';

interface Goods {
  readonly title?: string;
  readonly sku?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly quantity?: number;
}

interface Line extends Goods {
  readonly from?: Goods;
  readonly to?: Goods;
}

const linesOf = (value: unknown): readonly Line[] =>
  Array.isArray(value) ? (value as Line[]) : [];

const goodsText = ({ title, sku, options, quantity }: Goods): string =>
  `${optionText(options ?? {}) || sku || title || ''}${quantity ? ` ×${quantity}` : ''}`;

const changeText = ({ from, to }: Line): string =>
  fromTo(goodsText(from ?? {}), goodsText(to ?? {}));
