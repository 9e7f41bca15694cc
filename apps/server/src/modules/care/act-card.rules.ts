import type { cards, orders, Static } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import { exponentOf } from '../../kernel/money.ts';
import {
  calledOff,
  labels,
  methods,
  notUrgent,
  partStates,
  prospects,
  titles,
} from './act-card.words.ts';
import { caseLines } from './case-card.rules.ts';

export type ActCard = Static<typeof cards.ActCard>;
type Line = ActCard['lines'][number];

/** An act as its event tells it, with the order it was done to. */
export interface ToldAct {
  readonly id: string;
  readonly kind: orders.OrderActKindWord;
  readonly state: orders.OrderActStateWord;
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderUrl: string | null;
}

type Params = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const listOf = (value: unknown): Params[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

const moneyOf = (minor: number, currency: string, locale: Locale): string => {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(locale, style).format(minor / 10 ** exponentOf(currency));
};

/** The method as people call it; what the source calls by a code gets our words. */
const methodOf = ({ label, methodKind }: Params, locale: Locale): string => {
  const own = textOf(label);
  const kind = textOf(methodKind);
  const known = Object.hasOwn(methods, kind) ? methods[kind as keyof typeof methods][locale] : '';
  return own === '' || own === kind ? known || own : own;
};

/** One card's words in one language. */
function speak({ params, currency, ...act }: ToldAct, locale: Locale) {
  const line = (label: keyof typeof labels, value: string): Line[] =>
    value === '' ? [] : [{ label: labels[label][locale], value: value.slice(0, 1000) }];
  const money = (value: unknown): string =>
    typeof value === 'number' ? moneyOf(value, currency, locale) : '';
  const item = (of: Params): string => {
    const options = Object.values((of.options ?? {}) as Params)
      .map(textOf)
      .join(' / ');
    const count = typeof of.quantity === 'number' ? ` × ${of.quantity}` : '';
    return `${[textOf(of.title), options].filter(Boolean).join(' ')}${count}`;
  };
  const parts = (value: unknown): Line[] =>
    listOf(value).map((part) => ({
      label: methodOf(part, locale).slice(0, 200) || labels.amount[locale],
      value: [
        money(part.amountMinor),
        partStates[act.state === 'pending' && part.state === 'pending' ? 'pending' : 'done'][
          locale
        ],
      ].join(' · '),
    }));
  const swapped = (of: Params): Line[] => [
    ...line('from', item((of.from ?? {}) as Params)),
    ...line('to', item((of.to ?? {}) as Params)),
  ];
  const items = listOf(params.lines).flatMap((one) =>
    one.to ? swapped(one) : line('item', item(one)),
  );
  const change = (read: (value: unknown) => string): Line[] => [
    ...line('from', read(params.fromMinor)),
    ...line('to', read(params.toMinor)),
  ];
  return { line, money, parts, items, change, params, act };
}

type Speech = ReturnType<typeof speak>;

const sum = ({ line, money, act }: Speech): Line[] =>
  act.amountMinor === null || act.amountMinor === 0
    ? []
    : line(
        act.amountMinor > 0 || act.kind === 'paid' ? 'amount' : 'charge',
        money(Math.abs(act.amountMinor)),
      );

/** What became of the money, per method; the sum where nothing is told of the methods. */
const moved = (speech: Speech): Line[] => {
  const parts = speech.parts(speech.params.parts);
  return parts.length > 0 ? parts : sum(speech);
};

const prices = (speech: Speech): Line[] => [
  ...speech.change(speech.money),
  ...speech.line('total', speech.money(speech.params.totalMinor)),
  ...moved(speech),
];

const linesOf: Partial<Record<ToldAct['kind'], (speech: Speech) => Line[]>> = {
  address_changed: ({ line, params }) => line('region', textOf(params.to)),
  items_changed: (speech) => [...speech.items, ...moved(speech)],
  payment_method_changed: ({ parts, params }) => [...parts(params.from), ...parts(params.to)],
  postage_changed: prices,
  price_changed: prices,
  discount_changed: prices,
  coupon_applied: prices,
  shipped: ({ line, params, items }) => [
    ...line('carrier', textOf(params.carrierName) || textOf(params.carrier)),
    ...line('number', textOf(params.number)),
    ...items,
  ],
  appointment_set: ({ line, params }) => line('date', textOf(params.date)),
  urgent_set: () => [],
};

const moneyBack = new Set([
  'cancelled',
  'lines_cancelled',
  'refunded',
  'compensated',
  'goodwill_paid',
  'price_protected',
  'cashback_paid',
]);

function prospectOf({ state, kind, amountMinor }: ToldAct): keyof typeof prospects | null {
  if (state === 'failed' || state === 'undone') return state;
  if (state === 'done') return null;
  if (moneyBack.has(kind)) return 'refundPending';
  return (amountMinor ?? 0) < 0 ? 'chargePending' : 'pending';
}

function titleOf(act: ToldAct, locale: Locale): string {
  if (act.kind === 'appointment_set' && act.params.state === 'called_off') return calledOff[locale];
  if (act.kind === 'urgent_set' && act.params.urgent === false) return notUrgent[locale];
  return titles[act.kind][locale];
}

/** For the team alone: why in words, what it is wary of, what was given as proof. The card is on the buyer's screen too. */
const within = new Set(['note', 'alert', 'evidence']);

const open = (params: Params): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !within.has(name)));

/** The card of an act in the buyer's language; nothing on it is personal. */
export function actCard(told: ToldAct, locale: Locale): ActCard {
  const speech = speak(told, locale);
  const own = [
    ...caseLines(told.params, locale),
    ...(linesOf[told.kind] ?? ((s: Speech) => [...s.items, ...moved(s)]))(speech),
  ];
  const prospect = prospectOf(told);
  const next = prospect ? speech.line('next', prospects[prospect][locale]) : [];
  return {
    type: 'act',
    id: told.id,
    kind: told.kind,
    state: told.state,
    orderId: told.orderId,
    orderNumber: told.orderNumber,
    amountMinor: told.amountMinor,
    currency: told.currency,
    title: titleOf(told, locale),
    lines: [...own.slice(0, 40), ...next],
    links: told.orderUrl ? [{ label: told.orderNumber, url: told.orderUrl }] : [],
    params: open(told.params),
  };
}
