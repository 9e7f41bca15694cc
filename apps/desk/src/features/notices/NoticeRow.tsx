import type { notices } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { When } from '../../ui/When.tsx';
import styles from './NoticeDrawer.module.css';
import { besideOf, sentenceOf } from './notice.words.ts';

interface Props {
  readonly notice: notices.NoticeShape;
  readonly title: string | undefined;
  readonly chosen: boolean;
  readonly onOpen: () => void;
  readonly onRead: () => void;
}

const icons: Readonly<Record<string, IconName>> = {
  task: 'checks',
  announcement: 'flag',
  conversation: 'chats',
  approval: 'stamp',
  case: 'undo',
  parcel: 'truck',
  webhook: 'send',
  connection: 'shop',
  member: 'team',
};

/** One notice: what happened, about what, when. */
export function NoticeRow({ notice, title, chosen, onOpen, onRead }: Props) {
  const { t, i18n } = useLingui();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const about = title ?? besideOf(notice);
  return (
    <li
      ref={row}
      className={styles.row}
      data-chosen={chosen || undefined}
      data-unread={notice.readAt === null || undefined}
      data-kind={notice.kind}
    >
      <button type="button" className={styles.open} onClick={onOpen} tabIndex={-1}>
        <Icon name={icons[notice.subject.kind] ?? 'alert'} size={16} />
        <span className={styles.words}>
          <b>
            {notice.readAt === null && <span className="unseen">{t`Unread:`} </span>}
            {sentenceOf(notice, i18n)}
            {notice.urgent && <em>{t({ message: 'Urgent', context: 'notice' })}</em>}
          </b>
          {about && <span className={styles.about}>{about}</span>}
        </span>
        <When at={notice.at} form="ago" />
      </button>
      {notice.readAt === null && (
        <IconButton name={t`Mark as read`} onClick={onRead} tabIndex={-1}>
          <Icon name="check" size={14} />
        </IconButton>
      )}
    </li>
  );
}
