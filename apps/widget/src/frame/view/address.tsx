import { h } from '../dom.ts';
import type { Address } from '../types.ts';
import { w } from '../words.ts';

/** Parts of an address in the order people fill them in. */
const parts = [
  'name',
  'phone',
  'country',
  'province',
  'city',
  'district',
  'street',
  'postcode',
] as const;

/** An address to read. */
export const AddressView = ({ address }: { address: Address }) => (
  <address>{parts.map((part) => address[part] && <bdi>{address[part]} </bdi>)}</address>
);

/** The same address to correct. */
export const AddressFields = ({ address }: { address: Address }) => (
  <div class="grid">
    {parts.map((part) => (
      <label key={part} class={part}>
        {w.fields[part]}
        <input name={part} defaultValue={address[part]} maxLength={part === 'street' ? 300 : 60} />
      </label>
    ))}
  </div>
);

/** What the fields hold. */
export const addressOf = (form: FormData): Address =>
  Object.fromEntries(parts.map((part) => [part, `${form.get(part)}`.trim()])) as Address;
