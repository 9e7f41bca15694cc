import { useLingui } from '@lingui/react/macro';
import { variableName } from './variable.words.ts';
import { stretches } from './variables.ts';

/** Words for a buyer; what has no value in them is marked at its place, by the name people call it. */
export function Gapped({ text }: { readonly text: string }) {
  const { i18n } = useLingui();
  return stretches(text).map(({ text: words, variable }, n) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
    variable ? <mark key={n}>{variableName(variable, i18n)}</mark> : words,
  );
}
