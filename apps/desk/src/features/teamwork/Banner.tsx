import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'wouter';
import { Icon } from '../../ui/Icon.tsx';
import styles from './announcements.module.css';
import { useUnconfirmed } from './announcements.ts';

/** Pinned above every page until the reader has confirmed. */
export function Banner() {
  const { t } = useLingui();
  const [here] = useLocation();
  const waiting = useUnconfirmed();
  const [first] = waiting;
  if (!first || here === `/announcements/${first.id}`) return null;
  const more = waiting.length - 1;
  return (
    <aside className={styles.banner} aria-label={t`To be confirmed`}>
      <Icon name="flag" size={16} />
      <b>{first.title}</b>
      {more > 0 && <small>{t`and ${more} more`}</small>}
      <Link href={`/announcements/${first.id}`}>{t`Read and confirm`}</Link>
    </aside>
  );
}
