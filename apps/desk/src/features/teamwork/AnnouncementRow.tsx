import type { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './announcements.module.css';

/** Height of a row in pixels. */
export const announcementRowHeight = 60;

/** An announcement in the list: what, from whom, and what it wants of the reader or how far it got. */
export function AnnouncementRow({ one }: { one: teamwork.AnnouncementShape }) {
  const { t } = useLingui();
  const forMe = one.can.includes('readAnnouncement');
  const { readers } = one;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <span className={styles.title} data-unread={(forMe && !one.readAt) || undefined}>
          {one.title}
        </span>
        <small>
          {one.author.name} · <When at={one.publishAt} form="dateTime" />
          {readers && one.state !== 'scheduled' && (
            <>
              {' '}
              ·{' '}
              {one.mustConfirm
                ? t`${readers.confirmed} of ${readers.all} confirmed`
                : t`${readers.read} of ${readers.all} read`}
            </>
          )}
        </small>
      </div>
      {forMe && one.mustConfirm && !one.confirmedAt && (
        <Word tone="strong">{t`To be confirmed`}</Word>
      )}
      {forMe && one.confirmedAt && <Word tone="good">{t`Confirmed`}</Word>}
      {one.state !== 'published' && <StateWord state={one.state} />}
    </div>
  );
}

export function StateWord({ state }: { state: teamwork.AnnouncementShape['state'] }) {
  const { t } = useLingui();
  const words = {
    scheduled: t({ message: 'Scheduled', context: 'announcement' }),
    published: t({ message: 'Published', context: 'announcement' }),
    expired: t({ message: 'Over', context: 'announcement' }),
    withdrawn: t({ message: 'Withdrawn', context: 'announcement' }),
  };
  return <Word tone={state === 'scheduled' ? 'soon' : 'quiet'}>{words[state]}</Word>;
}
