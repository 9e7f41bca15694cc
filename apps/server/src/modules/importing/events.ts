import { importing } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

/** How far a run is, at most once a second, and at its end. */
export const importProgressed = defineEvent(
  'import.progressed',
  importing.importEvents['import.progressed'],
  { permission: 'imports.run' },
);
