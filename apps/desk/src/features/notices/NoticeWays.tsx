import { notices } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { cache, replyKey, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { kindName } from './notice.words.ts';
import { mayNotify } from './ring.ts';
import styles from './settings.module.css';

const wayNames: Readonly<Record<notices.Way, MessageDescriptor>> = {
  list: msg`In the list`,
  sound: msg({ message: 'Sound', context: 'notices' }),
  desktop: msg({ message: 'Desktop', context: 'notices' }),
  mail: msg({ message: 'Mail', context: 'notices' }),
};

export const keepSettings = (settings: notices.NoticeSettingsShape) =>
  cache.setQueryData(replyKey(notices.getNoticeSettings, {}), settings);

/** For every kind the ways one is told, ticked one by one; each tick is kept at once. */
export function NoticeWays() {
  const { t, i18n } = useLingui();
  const settings = useReply(notices.getNoticeSettings, {});
  const save = useAct(notices.setNoticeSettings, keepSettings);
  if (!settings.data)
    return settings.error ? <Refusal refusal={settings.error} /> : <Lines count={8} />;
  const { kinds, mail } = settings.data;
  const tick = (kind: notices.NoticeKind, ways: readonly notices.Way[], way: notices.Way) => {
    const next = ways.includes(way) ? ways.filter((one) => one !== way) : [...ways, way];
    void save.run({ kinds: [{ kind, ways: [...next] }] });
  };
  return (
    <>
      <DesktopHint />
      {!mail && (
        <p
          className={styles.hint}
        >{t`Mail comes once a mail gateway is set up on this server; your choice is kept.`}</p>
      )}
      <Refusal refusal={save.refusal} />
      <table className={styles.ways}>
        <thead>
          <tr>
            <th scope="col">{t({ message: 'About', context: 'notices' })}</th>
            {notices.noticeWays.map((way) => (
              <th key={way} scope="col">
                {i18n._(wayNames[way])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, ways }) => (
            <tr key={kind}>
              <th scope="row">{kindName(kind, i18n)}</th>
              {notices.noticeWays.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${kindName(kind, i18n)}: ${i18n._(wayNames[way])}`}
                    checked={ways.includes(way)}
                    onChange={() => tick(kind, ways, way)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{t`Urgent ones always come, also in quiet hours.`}</p>
    </>
  );
}

/** The browser asks once whether this page may show notifications. */
function DesktopHint() {
  const { t } = useLingui();
  const [state, setState] = useState(() =>
    'Notification' in window ? Notification.permission : 'denied',
  );
  if (mayNotify() || state === 'granted') return null;
  if (state === 'denied')
    return (
      <p className={styles.hint}>
        {t`This browser does not show notifications of this page. Allow them in its settings.`}
      </p>
    );
  return (
    <p className={styles.hint}>
      {t`For notifications on the desktop, this browser needs your permission.`}{' '}
      <Button small onClick={() => void Notification.requestPermission().then(setState)}>
        {t`Allow notifications`}
      </Button>
    </p>
  );
}
