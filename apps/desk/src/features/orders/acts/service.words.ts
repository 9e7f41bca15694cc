import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Services that can be booked at the buyer. */
export const serviceWords = {
  installation: msg`Installation`,
  repair: msg({ message: 'Repair', context: 'service' }),
  maintenance: msg`Maintenance`,
  other: msg({ message: 'Other', context: 'service' }),
} satisfies Record<string, MessageDescriptor>;

export const slotWords = {
  any: msg({ message: 'Any time', context: 'slot' }),
  morning: msg({ message: 'Morning', context: 'slot' }),
  afternoon: msg({ message: 'Afternoon', context: 'slot' }),
  evening: msg({ message: 'Evening', context: 'slot' }),
} satisfies Record<string, MessageDescriptor>;
