import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { Word } from '../../ui/Word.tsx';
import { resultName } from './followup.words.ts';

/** The results of a shop, worded for the reader. */
export function useResults(shopId: string) {
  const { i18n } = useLingui();
  const { data } = useReply(followups.getFollowupSettings, { shopId }, { freshFor: 300_000 });
  return (data?.results ?? []).map(({ id, name, kind }) => ({
    id,
    kind,
    name: resultName(id, name, (word) => i18n._(word)),
  }));
}

const tones = { good: 'good', open: 'plain', bad: 'quiet' } as const;

/** What came of it, in one word. */
export function ResultWord({ shopId, result }: { shopId: string; result: string }) {
  const { i18n } = useLingui();
  const found = useResults(shopId).find(({ id }) => id === result);
  return (
    <Word tone={tones[found?.kind ?? 'good']}>
      {found?.name ?? resultName(result, undefined, (word) => i18n._(word))}
    </Word>
  );
}
