import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { StateWord } from './AnnouncementRow.tsx';
import styles from './announcements.module.css';
import { refreshAnnouncements } from './announcements.ts';
import { Receipts } from './Receipts.tsx';
import { RichText } from './RichText.tsx';
import { Versions } from './Versions.tsx';

interface Props {
  readonly announcementId: string;
  readonly onEdit: (one: teamwork.AnnouncementShape) => void;
}

/** One announcement: to read, to confirm, and for who published it, who has. */
export function AnnouncementSheet({ announcementId, onEdit }: Props) {
  const { t } = useLingui();
  const one = useReply(teamwork.getAnnouncement, { announcementId });
  if (one.error?.code === 'announcement.not_found')
    return <Empty>{t`There is no such announcement, or it was withdrawn.`}</Empty>;
  if (!one.data) return one.error ? <Refusal refusal={one.error} /> : <Lines count={6} />;
  return <Sheet one={one.data} onEdit={onEdit} />;
}

/** Tells once for each version shown that it was read. */
function useTellReading(
  { id, version }: teamwork.AnnouncementShape,
  mustRead: boolean,
  run: (input: { announcementId: string; confirm: boolean; version: number }) => unknown,
): void {
  const told = useRef('');
  useEffect(() => {
    const shown = `${id} ${version}`;
    if (!mustRead || told.current === shown) return;
    told.current = shown;
    void run({ announcementId: id, confirm: false, version });
  });
}

function Sheet({ one, onEdit }: { one: teamwork.AnnouncementShape; onEdit: Props['onEdit'] }) {
  const { t } = useLingui();
  const read = useAct(teamwork.readAnnouncement, refreshAnnouncements);
  const withdraw = useAct(teamwork.withdrawAnnouncement, refreshAnnouncements);
  const restore = useAct(teamwork.republishAnnouncement, refreshAnnouncements);
  const may = (act: string) => one.can.includes(act);
  const mustRead = may('readAnnouncement') && one.readAt === null;
  useTellReading(one, mustRead, read.run);
  return (
    <article className={styles.sheet} aria-label={one.title}>
      <header>
        <h2>{one.title}</h2>
        <p className={styles.by}>
          {one.author.name} · <When at={one.publishAt} form="dateTime" />{' '}
          {one.expiresAt && (
            <>
              {t({ message: 'until', context: 'announcement' })}{' '}
              <When at={one.expiresAt} form="dateTime" />{' '}
            </>
          )}
          {one.state !== 'published' && <StateWord state={one.state} />}
        </p>
      </header>
      <RichText text={one.text} />
      {one.pictureIds.map((pictureId) => (
        <img
          key={pictureId}
          className={styles.picture}
          alt=""
          src={api.url(teamwork.getAnnouncementPicture, { pictureId })}
        />
      ))}
      <Refusal refusal={read.refusal ?? withdraw.refusal ?? restore.refusal} />
      {may('readAnnouncement') && one.mustConfirm && (
        <p className={styles.acts}>
          {one.confirmedAt ? (
            <span className={styles.confirmed}>
              {t({ message: 'You confirmed this', context: 'announcement' })}{' '}
              <When at={one.confirmedAt} form="dateTime" />
            </span>
          ) : (
            <Button
              look="main"
              busy={read.busy}
              onClick={() =>
                void read.run({ announcementId: one.id, confirm: true, version: one.version })
              }
            >
              {t`I have read and understood this`}
            </Button>
          )}
        </p>
      )}
      <p className={styles.acts}>
        {may('updateAnnouncement') && <Button onClick={() => onEdit(one)}>{t`Change`}</Button>}
        {may('withdrawAnnouncement') && (
          <Button
            look="plain"
            busy={withdraw.busy}
            onClick={() => void withdraw.run({ announcementId: one.id })}
          >
            {t({ message: 'Withdraw', context: 'announcement' })}
          </Button>
        )}
        {may('republishAnnouncement') && (
          <Button busy={restore.busy} onClick={() => void restore.run({ announcementId: one.id })}>
            {t`Undo the withdrawal`}
          </Button>
        )}
      </p>
      {may('listReceipts') && <Receipts one={one} />}
      {one.version > 1 && <Versions announcementId={one.id} />}
    </article>
  );
}
