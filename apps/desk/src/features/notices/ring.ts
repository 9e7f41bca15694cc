import { notices } from '@guitai/contract';
import { waysNow } from '@guitai/contract/notices.quiet';
import { i18n } from '@lingui/core';
import { useEffect } from 'react';
import { onLiveEvent } from '../../lib/live.ts';
import { useReply } from '../../lib/query.ts';
import { ring } from '../../lib/sound.ts';
import { besideOf, sentenceOf } from './notice.words.ts';

type Notice = notices.NoticeShape;

/** How a notice makes itself heard here and now: by what the person chose for its kind, and by quiet hours. */
export function waysFor(
  notice: Pick<Notice, 'kind' | 'urgent'>,
  settings: notices.NoticeSettingsShape,
  at: Date,
): readonly notices.Way[] {
  const ways = settings.kinds.find(({ kind }) => kind === notice.kind)?.ways ?? [];
  return waysNow(ways, settings.manners, notice.urgent, at);
}

/** Whether this browser may show notifications on the desktop. */
export const mayNotify = (): boolean =>
  'Notification' in window && Notification.permission === 'granted';

function show(notice: Notice, go: (path: string) => void): void {
  const options = { body: besideOf(notice), tag: notice.id };
  const shown = new Notification(sentenceOf(notice, i18n), options);
  shown.onclick = () => {
    window.focus();
    go(notice.path);
    shown.close();
  };
}

/** One tab of several rings: the one that is first to say so. */
async function first(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return true;
  const key = 'guitai.rung';
  return navigator.locks.request(key, () => {
    if (localStorage.getItem(key) === id) return false;
    localStorage.setItem(key, id);
    return true;
  });
}

/** Rings and shows notices of this person as they come, as chosen. */
export function useRinging(go: (path: string) => void): void {
  const { data: settings } = useReply(notices.getNoticeSettings, {}, { freshFor: 600_000 });
  useEffect(() => {
    if (!settings) return;
    return onLiveEvent(({ type, data }) => {
      if (type !== 'notice.given') return;
      const { notice } = data as { notice: Notice };
      const ways = waysFor(notice, settings, new Date());
      if (!ways.includes('sound') && !ways.includes('desktop')) return;
      void first(notice.id).then((isFirst) => {
        if (!isFirst) return;
        if (ways.includes('sound')) ring();
        if (ways.includes('desktop') && document.hidden && mayNotify()) show(notice, go);
      });
    });
  }, [settings, go]);
}
