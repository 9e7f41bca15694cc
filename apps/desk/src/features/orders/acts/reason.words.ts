import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Reasons the product knows by itself; a shop may have its own in its own words. */
const words: Record<string, MessageDescriptor> = {
  no_longer_needed: msg({ message: 'No longer needed', context: 'reason' }),
  ordered_by_mistake: msg({ message: 'Ordered by mistake', context: 'reason' }),
  wrong_address: msg({ message: 'Wrong address', context: 'reason' }),
  found_cheaper: msg({ message: 'Found cheaper', context: 'reason' }),
  delivery_too_slow: msg({ message: 'Delivery too slow', context: 'reason' }),
  out_of_stock: msg({ message: 'Out of stock', context: 'reason' }),
  not_as_described: msg({ message: 'Not as described', context: 'reason' }),
  damaged: msg({ message: 'Damaged', context: 'reason' }),
  missing_parts: msg({ message: 'Parts missing', context: 'reason' }),
  late_delivery: msg({ message: 'Delivered late', context: 'reason' }),
  price_difference: msg({ message: 'Price difference', context: 'reason' }),
  agreed: msg({ message: 'Agreed with the buyer', context: 'reason' }),
  no_reason: msg({ message: 'No reason given', context: 'reason' }),
  wrong_item: msg({ message: 'Wrong item sent', context: 'reason' }),
  wrong_size: msg({ message: 'Wrong size', context: 'reason' }),
  defective: msg({ message: 'Defective', context: 'reason' }),
  lost: msg({ message: 'Lost on the way', context: 'reason' }),
  other: msg({ message: 'Other', context: 'reason' }),
};

/** Codes of the reasons the product knows. */
export const knownReasons: readonly string[] = Object.keys(words);

/** A reason in the reader's words; a code nobody knows, and words somebody wrote, stand as they are. */
export const reasonWord = (code: string, i18n: I18n): string => {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  return known ? i18n._(known) : code;
};
