import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useWaitingApprovals } from '../../features/authority/count.ts';
import { useSelf } from '../../lib/session.tsx';
import tabs from '../../ui/LinkTabs.module.css';
import styles from './ApprovalsScreen.module.css';

export type View = 'waiting' | 'mine' | 'open' | 'decided';

const views: readonly View[] = ['waiting', 'mine', 'open', 'decided'];

export const isView = (text: string | undefined): text is View =>
  (views as readonly (string | undefined)[]).includes(text);

/** Which requests are shown; each with its own address. */
export function ViewTabs({ view }: { view: View }) {
  const { t } = useLingui();
  const waiting = useWaitingApprovals();
  const seesAll = useSelf().grants['approvals.read'] !== 'own';
  const names: Record<View, string> = {
    waiting: t`Waiting for me`,
    mine: t`Asked by me`,
    open: t`All open`,
    decided: t`Decided`,
  };
  return (
    <nav className={`${tabs.tabs} ${styles.tabs}`} aria-label={t`Which requests`}>
      {views
        .filter((one) => one !== 'open' || seesAll)
        .map((one) => (
          <Link
            key={one}
            href={`/approvals/${one}`}
            aria-current={one === view ? 'page' : undefined}
          >
            {names[one]}
            {one === 'waiting' && waiting > 0 && <b>{waiting}</b>}
          </Link>
        ))}
    </nav>
  );
}
