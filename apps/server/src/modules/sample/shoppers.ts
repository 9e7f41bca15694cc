import type { AddressShape } from '@guitai/contract';
import { buyers, type SampleBuyer } from './content/people.ts';
import type { SampleShopRow } from './sample.store.ts';

/** An invented buyer one may shop as. */
export interface SampleShopper {
  readonly id: string;
  readonly name: string;
  readonly address: AddressShape;
}

/** The shop's own id of an invented buyer. */
export const externalIdOf = (buyer: SampleBuyer): string => `qingzhu-${buyer.key}`;

/** The address of an invented buyer, also of their orders. */
export const addressOf = (buyer: SampleBuyer): AddressShape => {
  const { name, phone, country, province, city, district, street, postcode } = buyer;
  return { name, phone, country, province, city, district, street, postcode };
};

const known = (sample: SampleShopRow) =>
  buyers.flatMap((buyer) => {
    const id = sample.shoppers[buyer.key];
    return id === undefined ? [] : [{ id, buyer }];
  });

/** Whom one may shop as, with the address they give. */
export const shoppersOf = (sample: SampleShopRow): SampleShopper[] =>
  known(sample).map(({ id, buyer }) => ({ id, name: buyer.name, address: addressOf(buyer) }));

/** What the sample shop would vouch for about one of its shoppers; null for anybody else. */
export function voucherOf(sample: SampleShopRow, shopperId: string) {
  const found = known(sample).find(({ id }) => id === shopperId);
  if (!found) return null;
  const { name, email, phone } = found.buyer;
  return { externalId: externalIdOf(found.buyer), name, phone, ...(email ? { email } : {}) };
}
