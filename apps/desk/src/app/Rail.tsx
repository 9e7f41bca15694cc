import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useWaitingApprovals } from '../features/authority/count.ts';
import { useCounts } from '../features/conversations/list.ts';
import { PresenceMenu } from '../features/conversations/PresenceMenu.tsx';
import { Bell } from '../features/notices/Bell.tsx';
import { useTaskCounts } from '../features/teamwork/tasks.ts';
import { useTaskTitles } from '../features/teamwork/titles.ts';
import { useSelf } from '../lib/session.tsx';
import { Icon } from '../ui/Icon.tsx';
import { pages } from './pages.tsx';
import styles from './Rail.module.css';

/** The way to every page; on a phone a bar at the bottom. */
export function Rail({ onKeys }: { onKeys: () => void }) {
  const { t } = useLingui();
  const { grants, member } = useSelf();
  const [, go] = useLocation();
  const shown = pages.filter(({ rail, permission }) => rail && (!permission || grants[permission]));
  return (
    <nav className={styles.rail} aria-label={t`Pages`}>
      {shown.map((page) => page.rail === 'top' && <Entry key={page.path} page={page} />)}
      <span className={styles.gap} />
      <Bell
        className={`${styles.entry} ${styles.bell}`}
        badgeClass={styles.queued}
        useTitles={useTaskTitles}
      />
      {shown.map((page) => page.rail === 'bottom' && <Entry key={page.path} page={page} />)}
      <button
        type="button"
        className={`${styles.entry} ${styles.wideOnly}`}
        onClick={onKeys}
        title={t`All keys (?)`}
      >
        <Icon name="help" />
        <span>{t({ message: 'Keys', context: 'rail' })}</span>
      </button>
      {grants['presence.read'] && (
        <PresenceMenu
          memberId={member.id}
          name={member.name}
          onSettings={() => go('/settings/account')}
        />
      )}
    </nav>
  );
}

/** How many buyers wait in the queue. */
function Queued() {
  const { t } = useLingui();
  const queued = useCounts()?.queue ?? 0;
  if (queued === 0) return null;
  return (
    <b className={styles.queued} title={t`${queued} in the queue`}>
      {queued > 99 ? '99+' : queued}
    </b>
  );
}

/** How many requests for approval wait for the reader. */
function WaitingApprovals() {
  const { t } = useLingui();
  const waiting = useWaitingApprovals();
  if (waiting === 0) return null;
  return (
    <b className={styles.queued} title={t`${waiting} wait for your approval`}>
      {waiting > 99 ? '99+' : waiting}
    </b>
  );
}

/** How many tasks with the reader are overdue. */
function OverdueTasks() {
  const { t } = useLingui();
  const overdue = useTaskCounts()?.overdue ?? 0;
  if (overdue === 0) return null;
  return (
    <b className={styles.queued} title={t`${overdue} tasks overdue`}>
      {overdue > 99 ? '99+' : overdue}
    </b>
  );
}

const rootOf = ({ start }: (typeof pages)[number]): string => `/${start.split('/')[1]}`;

/** One page; where the bar is longer than the window, the page that is open comes into view. */
function Entry({ page }: { page: (typeof pages)[number] }) {
  const { i18n } = useLingui();
  const [here] = useLocation();
  const roots = [page, ...pages.filter(({ under }) => under === page.start)].map(rootOf);
  const active = roots.some((root) => here === root || here.startsWith(`${root}/`));
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (active) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  return (
    <Link
      ref={link}
      href={page.start}
      className={styles.entry}
      aria-current={active ? 'page' : undefined}
    >
      <Icon name={page.icon} size={20} />
      {page.start === '/inbox' && <Queued />}
      {page.start === '/approvals' && <WaitingApprovals />}
      {page.start === '/tasks' && <OverdueTasks />}
      <span>{i18n._(page.name)}</span>
    </Link>
  );
}
