import type { Definition } from './rule.rules.ts';

/** A clause of the sentence: the definition, and how a part of it changes. */
export interface ClauseProps {
  readonly definition: Definition;
  readonly onChange: (part: Partial<Definition>) => void;
}
