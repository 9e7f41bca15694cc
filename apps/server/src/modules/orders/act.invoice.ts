import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { performAct } from './act.frame.ts';
import { keptOf } from './act.money.ts';
import { allowedIn } from './act.rules.ts';
import { currentInvoice, hasForeignInvoice, type Invoice, writeInvoice } from './service.store.ts';

type Input = InputOf<typeof orders.requestInvoice>;

const invoiceOf = (input: Input, amountMinor: number): Invoice => ({
  kind: input.kind,
  title: input.title.trim(),
  taxNumber: input.taxNumber?.trim() ?? '',
  email: input.email?.trim() ?? '',
  phone: input.phone?.trim() ?? '',
  amountMinor,
});

/** An invoice as it goes on record: its title is a name and says so, or it would stand there open. */
const recorded = ({ title, ...rest }: Invoice) => ({ ...rest, invoiceTitle: title });

const request = (actor: TeamActor, tx: Tx, input: Input, again: boolean) =>
  performAct(actor, tx, input, {
    endpoint: again ? 'reissueInvoice' : 'requestInvoice',
    permission: 'orders.invoice',
    kind: again ? 'invoice_reissued' : 'invoice_requested',
    async check(order, rules) {
      const barred = allowedIn(order, 'invoice', rules.invoice.states);
      if (barred) return barred;
      const invoice = invoiceOf(input, keptOf(order));
      if (invoice.title === '' || (invoice.kind !== 'personal' && invoice.taxNumber === '')) {
        return refuse('order.invoice_incomplete');
      }
      const before = await currentInvoice(tx, order.id);
      const any = before !== undefined || (await hasForeignInvoice(tx, order.id));
      if (again && !any) return refuse('order.invoice_not_found');
      return !again && any ? refuse('order.invoice_exists') : { invoice, before };
    },
    writes: () => [],
    async effect(order, { invoice, before }) {
      await writeInvoice(tx, order.id, invoice);
      const { kind, amountMinor } = invoice;
      return {
        params: { kind, invoiceMinor: amountMinor },
        before: before ? recorded(before) : null,
        after: recorded(invoice),
      };
    },
  });

/** Requests an invoice for what was paid. */
export const requestInvoice = (actor: TeamActor, tx: Tx, input: Input) =>
  request(actor, tx, input, false);

/** Replaces the invoice of an order by a corrected one. */
export const reissueInvoice = (actor: TeamActor, tx: Tx, input: Input) =>
  request(actor, tx, input, true);
