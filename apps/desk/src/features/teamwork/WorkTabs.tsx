import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useSelf } from '../../lib/session.tsx';
import tabs from '../../ui/LinkTabs.module.css';
import styles from './WorkTabs.module.css';

/** The two halves of what people of the team owe each other. */
export function WorkTabs({ at }: { at: 'tasks' | 'announcements' }) {
  const { t } = useLingui();
  const { grants } = useSelf();
  return (
    <nav className={`${tabs.tabs} ${styles.tabs}`} aria-label={t`Tasks and announcements`}>
      {grants['tasks.read'] && (
        <Link href="/tasks" aria-current={at === 'tasks' ? 'page' : undefined}>
          {t({ message: 'Tasks', context: 'rail' })}
        </Link>
      )}
      <Link href="/announcements" aria-current={at === 'announcements' ? 'page' : undefined}>
        {t({ message: 'Announcements', context: 'rail' })}
      </Link>
    </nav>
  );
}
