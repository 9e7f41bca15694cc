/** What goes with an order: urgency, invoices, appointments. */
import { endpoint, Strict } from './endpoint.ts';
import { actRefusals, ofOrder } from './orders.acts.parts.ts';
import { actBody, OrderActed } from './orders.acts.shapes.ts';
import { Id, LineNo, OneOf, Text, Type } from './schema.ts';

export const setOrderUrgent = endpoint({
  id: 'setOrderUrgent',
  method: 'PUT',
  path: '/orders/:orderId/urgency',
  summary: 'Marks an order as urgent for the warehouse.',
  params: ofOrder,
  body: actBody({}),
  reply: OrderActed,
  errors: [...actRefusals, 'order.unchanged'],
});

export const clearOrderUrgent = endpoint({
  id: 'clearOrderUrgent',
  method: 'DELETE',
  path: '/orders/:orderId/urgency',
  summary: 'Takes the urgent mark back.',
  params: ofOrder,
  body: actBody({}),
  reply: OrderActed,
  errors: [...actRefusals, 'order.unchanged'],
});

/** What an invoice needs. */
const invoiceFields = {
  kind: OneOf(['personal', 'company', 'special'] as const, 'special: 增值税专用发票.'),
  title: Text(200, 1, 'Whom it is made out to.'),
  taxNumber: Type.Optional(Text(40, 0, 'Needed for a company.')),
  email: Type.Optional(Text(254)),
  phone: Type.Optional(Text(40)),
};

const invoicing = {
  params: ofOrder,
  body: actBody(invoiceFields),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'order.invoice_exists',
    'order.invoice_not_found',
    'order.invoice_incomplete',
  ],
} as const;

export const requestInvoice = endpoint({
  id: 'requestInvoice',
  method: 'POST',
  path: '/orders/:orderId/invoices',
  summary: 'Requests an invoice for what was paid.',
  ...invoicing,
});

export const reissueInvoice = endpoint({
  id: 'reissueInvoice',
  method: 'POST',
  path: '/orders/:orderId/invoice-reissues',
  summary: 'Replaces the invoice of an order by a corrected one; the old one stays in the history.',
  ...invoicing,
});

const appointmentFields = {
  service: OneOf(['installation', 'repair', 'maintenance', 'other'] as const),
  date: Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: "Day in the shop's time zone.",
  }),
  slot: Type.Optional(OneOf(['any', 'morning', 'afternoon', 'evening'] as const)),
  lineNo: Type.Optional(LineNo),
  note: Type.Optional(Text(500)),
};

export const bookAppointment = endpoint({
  id: 'bookAppointment',
  method: 'POST',
  path: '/orders/:orderId/appointments',
  summary: 'Books an installation or another service at the buyer.',
  params: ofOrder,
  body: actBody(appointmentFields),
  reply: OrderActed,
  errors: [...actRefusals, 'order.line_not_found', 'order.date_past'],
});

export const changeAppointment = endpoint({
  id: 'changeAppointment',
  method: 'PUT',
  path: '/orders/:orderId/appointments/:appointmentId',
  summary: 'Moves an appointment to another day, or calls it off.',
  params: Strict({ orderId: Id, appointmentId: Id }),
  body: actBody({
    ...Type.Partial(Strict(appointmentFields)).properties,
    state: Type.Optional(OneOf(['booked', 'called_off'] as const)),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'order.appointment_not_found',
    'order.line_not_found',
    'order.date_past',
    'order.unchanged',
  ],
});
