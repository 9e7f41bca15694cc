import { expect, test } from 'vitest';
import { type OurField, ourFields } from '../../desk/src/features/importing/our-fields.ts';
import { targets } from '../src/modules/importing/map/targets.ts';

interface Told {
  readonly required: boolean;
  readonly of?: Readonly<Record<string, Told>>;
}

const ofDesk = (fields: readonly OurField[]): Record<string, Told> =>
  Object.fromEntries(
    fields.map(({ name, required, of }) => [
      name,
      { required: required ?? false, ...(of ? { of: ofDesk(of) } : {}) },
    ]),
  );

const ofServer = (fields: object): Record<string, Told> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      {
        required: field.required ?? false,
        ...(field.of ? { of: ofServer(field.of) } : {}),
      },
    ]),
  );

test.each(Object.keys(targets) as (keyof typeof targets)[])(
  'the fields offered for %s are those the server takes',
  (kind) => {
    expect(ofDesk(ourFields[kind])).toEqual(ofServer(targets[kind]));
  },
);
