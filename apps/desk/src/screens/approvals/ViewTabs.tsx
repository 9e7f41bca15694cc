import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useWaitingApprovals } from '../../features/authority/count.ts';
import styles from './ApprovalsScreen.module.css';

export type View = 'waiting' | 'mine' | 'decided';

const views: readonly View[] = ['waiting', 'mine', 'decided'];

export const isView = (text: string | undefined): text is View =>
  (views as readonly (string | undefined)[]).includes(text);

/** Which requests are shown; each with its own address. */
export function ViewTabs({ view }: { view: View }) {
  const { t } = useLingui();
  const waiting = useWaitingApprovals();
  const names: Record<View, string> = {
    waiting: t`Waiting for me`,
    mine: t`Asked by me`,
    decided: t`Decided`,
  };
  return (
    <nav className={styles.tabs} aria-label={t`Which requests`}>
      {views.map((one) => (
        <Link key={one} href={`/approvals/${one}`} aria-current={one === view ? 'page' : undefined}>
          {names[one]}
          {one === 'waiting' && waiting > 0 && <b>{waiting}</b>}
        </Link>
      ))}
    </nav>
  );
}
