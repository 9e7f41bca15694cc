import type { OrderStatus } from './words.ts';

/** Where an own order may go from where it is. A mirror follows its source, whatever that says. */
const next: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  placed: ['paid', 'cancelled', 'closed_unpaid'],
  paid: ['preparing', 'partly_shipped', 'shipped', 'cancelled'],
  preparing: ['partly_shipped', 'shipped', 'cancelled'],
  partly_shipped: ['shipped', 'delivered'],
  shipped: ['delivered', 'received', 'returned'],
  delivered: ['received', 'completed', 'returned'],
  received: ['completed', 'returned'],
  completed: ['returned'],
  returned: [],
  cancelled: [],
  closed_unpaid: [],
};

/** Whether an own order may go from one status to the other. */
export const mayBecome = (from: OrderStatus, to: OrderStatus): boolean => next[from].includes(to);
