/**
 * What a gateway calls our payment or refund by: its id without dashes, 32 signs of `0-9a-f`. Gateways take no longer or stranger
 * ones (WeChat Pay: 32 for a payment), and it is as stable as the row.
 */
export const numberOf = (id: string): string => id.replaceAll('-', '');

/** The id behind a number; null where it is none of ours. */
export function idOfNumber(number: string): string | null {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(number);
  return parts ? parts.slice(1).join('-') : null;
}
