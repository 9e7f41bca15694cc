import { expect, test } from 'vitest';
import { ourFieldWords } from './importing.words.ts';
import { type OurField, ourFields } from './our-fields.ts';

test('every field has a name for people', () => {
  const names = (fields: readonly OurField[]): string[] =>
    fields.flatMap(({ name, of }) => [name, ...(of ? names(of) : [])]);
  for (const name of Object.values(ourFields).flatMap(names)) {
    expect(ourFieldWords[name], name).toBeDefined();
  }
});
