import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { When } from '../../ui/When.tsx';
import styles from './announcements.module.css';
import { RichText } from './RichText.tsx';

/** What stood there before. */
export function Versions({ announcementId }: { announcementId: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { data } = useReply(teamwork.listAnnouncementVersions, { announcementId }, { when: open });
  if (!open)
    return (
      <Button small look="plain" onClick={() => setOpen(true)}>
        {t`Earlier versions`}
      </Button>
    );
  return (
    <ol className={styles.versions}>
      {data?.items.slice(1).map((one) => (
        <li key={one.version}>
          <small>
            {t`Version ${one.version}`} · {one.byName} · <When at={one.at} form="dateTime" />
          </small>
          <b>{one.title}</b>
          <RichText text={one.text} />
        </li>
      ))}
    </ol>
  );
}
