import type { access } from '@guitai/contract';
import { exponentOf } from '../../kernel/money.ts';
import type { Amounts, LimitKey } from './limit.rules.ts';

type Line = readonly [act: number, order: number, buyerDay: number, day: number, floor?: number];

/** What an agent of a new team may give alone, in yuan: per act, order, buyer and day, person and day; floor in percent. */
const agent: Readonly<Record<access.LimitedActionWord, Line | null>> = {
  refund: [100, 100, 200, 1000],
  goodwill: [10, 10, 20, 100],
  compensation: [20, 20, 40, 200],
  postage: [15, 15, 30, 150],
  price: [20, 20, 40, 200, 90],
  discount: [20, 20, 40, 200, 90],
  // Before shipping the goods are still here: the buyer's own decision.
  cancel: null,
  items: [100, 100, 200, 1000],
  cashback: [10, 10, 20, 200],
  price_protection: [50, 50, 100, 500],
  coupon: [20, 20, 40, 200, 80],
};

/** A program decides for itself, so what it may cancel has an end too. */
const keyCancel: Line = [100, 100, 200, 1000];

const leadTimes = 10;
const leadFloor = 70;

/** Roughly what a yuan buys, so that a new team starts with sensible figures in its own currency. */
const yuan: Readonly<Record<string, number>> = {
  CNY: 1,
  HKD: 1,
  MOP: 1,
  TWD: 5,
  JPY: 20,
  KRW: 200,
  THB: 5,
  VND: 3000,
  IDR: 2000,
  INR: 10,
  RUB: 10,
};
const elsewhere = 0.2;

const unlimited: Amounts = {
  perActMinor: null,
  perOrderMinor: null,
  perBuyerDayMinor: null,
  perDayMinor: null,
  floorPercent: null,
  beyond: 'ask',
};

const nothing: Amounts = {
  ...unlimited,
  perActMinor: 0,
  perOrderMinor: 0,
  perBuyerDayMinor: 0,
  perDayMinor: 0,
};

function scaled(line: Line, times: number, floor: number | undefined, currency: string): Amounts {
  const unit = 10 ** exponentOf(currency);
  const minor = (amount: number) =>
    Math.round(amount * times * (yuan[currency] ?? elsewhere)) * unit;
  const [act, order, buyerDay, day] = line;
  return {
    perActMinor: minor(act),
    perOrderMinor: minor(order),
    perBuyerDayMinor: minor(buyerDay),
    perDayMinor: minor(day),
    floorPercent: floor ?? null,
    beyond: 'ask',
  };
}

function lineOf(role: string, action: LimitKey): Line | null {
  if (action === 'total') return null;
  return role === 'key' && action === 'cancel' ? keyCancel : agent[action];
}

/** Limits of a role that nobody set; `key` stands for API keys. An unknown role always asks. */
export function defaultLimits(role: string, action: LimitKey, currency: string): Amounts {
  if (role === 'owner') return unlimited;
  if (role !== 'lead' && role !== 'agent' && role !== 'key') return nothing;
  const line = lineOf(role, action);
  if (!line) return unlimited;
  return role === 'lead'
    ? scaled(line, leadTimes, line[4] && leadFloor, currency)
    : scaled(line, 1, line[4], currency);
}
