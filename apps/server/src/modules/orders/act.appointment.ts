import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';
import { type ActInput, performAct } from './act.frame.ts';
import { allowedIn } from './act.rules.ts';
import type { OrderFacts } from './facts.store.ts';
import { type Appointment, findAppointment, writeAppointment } from './service.store.ts';

/** Today where the shop is, YYYY-MM-DD. */
async function todayOf(tx: Tx, shopId: string): Promise<string> {
  const shop = await findShop(tx, shopId);
  const timeZone = shop?.timezone ?? 'UTC';
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now());
}

const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

async function sensible(tx: Tx, order: OrderFacts, made: Appointment) {
  const { lineNo, date, state } = made;
  if (lineNo !== null && !order.items.some((item) => item.no === lineNo)) {
    return refuse('order.line_not_found', { lineNo });
  }
  if (state === 'called_off') return made;
  const past = !isDay(date) || date < (await todayOf(tx, order.shopId));
  return past ? refuse('order.date_past', { date }) : made;
}

type Plan = { readonly before: Appointment | null; readonly made: Appointment };

const shown = ({ service, date, slot, lineNo, state }: Appointment) => ({
  service,
  date,
  slot,
  lineNo,
  state,
});

const keep = async (tx: Tx, order: OrderFacts, { before, made }: Plan) => {
  await writeAppointment(tx, order.id, made);
  return {
    params: { appointmentId: made.id, ...shown(made), ...(before ? { from: shown(before) } : {}) },
  };
};

const common = {
  permission: 'orders.invoice',
  kind: 'appointment_set',
  writes: () => [],
} as const;

/** Books a visit at the buyer: an installation, a repair. */
export const bookAppointment = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.bookAppointment>,
) =>
  performAct(actor, tx, input, {
    ...common,
    endpoint: 'bookAppointment',
    async check(order, rules) {
      const barred = allowedIn(order, 'appointment', rules.appointment.states);
      if (barred) return barred;
      const { service, date, slot = 'any', lineNo = null, note = '' } = input;
      const made = await sensible(tx, order, {
        id: newId(),
        service,
        date,
        slot,
        lineNo,
        note,
        state: 'booked',
      });
      return isRefusal(made) ? made : { before: null, made };
    },
    effect: (order, plan) => keep(tx, order, plan),
  });

type Change = InputOf<typeof orders.changeAppointment> & ActInput;

const given = (input: Change): Partial<Appointment> =>
  Object.fromEntries(
    (['service', 'date', 'slot', 'lineNo', 'note', 'state'] as const).flatMap((key) =>
      input[key] === undefined ? [] : [[key, input[key]]],
    ),
  );

/** Moves an appointment to another day, or calls it off. */
export const changeAppointment = (actor: TeamActor, tx: Tx, input: Change) =>
  performAct(actor, tx, input, {
    ...common,
    endpoint: 'changeAppointment',
    async check(order, rules) {
      const barred = allowedIn(order, 'appointment', rules.appointment.states);
      if (barred) return barred;
      const before = await findAppointment(tx, order.id, input.appointmentId);
      if (before?.state !== 'booked') return refuse('order.appointment_not_found');
      const made = await sensible(tx, order, { ...before, ...given(input) });
      if (isRefusal(made)) return made;
      const same = JSON.stringify(made) === JSON.stringify(before);
      return same ? refuse('order.unchanged') : { before, made };
    },
    effect: (order, plan) => keep(tx, order, plan),
  });
