import { workbench } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { findsOf } from '../features/search/finds.ts';
import { kindWords } from '../features/search/search.words.ts';
import type { Command } from '../lib/keys.ts';
import { useReply } from '../lib/query.ts';

const pause = 160;

/** What the server knows by these words, of every kind the reader may see, in one answer; and the way to all of it. */
export function useServerFinds(query: string): readonly Command[] {
  const [, go] = useLocation();
  const q = useSettled(query.trim());
  const asked = q.length >= 2 || /\p{Script=Han}/u.test(q);
  const found = useReply(workbench.searchEverything, { q, limit: 5 }, { when: asked });
  if (!asked) return [];
  const finds = found.data ? findsOf(found.data) : [];
  return [
    ...finds.map(
      (find): Command => ({
        id: `${find.kind} ${find.id}`,
        name:
          find.kind === 'messages' || !find.more
            ? find.name
            : `${find.name} ${find.more.slice(0, 40)}`,
        group: kindWords[find.kind],
        run: () => go(find.href),
      }),
    ),
    {
      id: 'search.all',
      name: msg`Search everything for these words`,
      group: msg`Search`,
      run: () => go(`/search?q=${encodeURIComponent(q)}`),
    },
  ];
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
