import { type ReplyOf, scripts } from '@guitai/contract';
import { useEffect } from 'react';
import { api } from '../../lib/api.ts';
import { onLiveEvent } from '../../lib/live.ts';
import { cache, refresh, replyKey, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

export type Index = ReplyOf<typeof scripts.getScriptIndex>;
export type Entry = scripts.ScriptEntryShape;
export type Folder = scripts.ScriptFolderShape;

const key = replyKey(scripts.getScriptIndex, {});
const pause = 250;
const asked = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Fetches the entries that changed; those that no longer come are gone. */
async function fetchChanged(): Promise<void> {
  timer = undefined;
  const ids = [...asked];
  asked.clear();
  if (!cache.getQueryData<Index>(key)) return;
  if (ids.length > 150) return refresh(scripts.getScriptIndex);
  const fresh = await api.attempt(scripts.getScriptIndex, { ids: ids.join(',') });
  if (!fresh.ok) return;
  const changed = new Set(ids);
  cache.setQueryData<Index>(
    key,
    (index) =>
      index && {
        folders: fresh.value.folders,
        items: [...index.items.filter(({ id }) => !changed.has(id)), ...fresh.value.items],
      },
  );
}

/** The whole library, once; afterwards only what changed comes. */
let watching = false;
function watch(): void {
  if (watching) return;
  watching = true;
  onLiveEvent(({ type, data }) => {
    if (type === 'script.folders_changed') return refresh(scripts.getScriptIndex);
    if (type !== 'script.changed' && type !== 'script.used') return;
    asked.add((data as { scriptId: string }).scriptId);
    if (timer === undefined)
      timer = setTimeout(() => void fetchChanged(), type === 'script.used' ? 3_000 : pause);
  });
}

const fresh = Number.POSITIVE_INFINITY;

/** Scripts and folders in sight, kept up to date by events. */
export function useLibrary() {
  const may = useMay('scripts.read');
  useEffect(watch, []);
  return useReply(scripts.getScriptIndex, {}, { when: may, freshFor: fresh });
}
