import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { Link, useParams } from 'wouter';
import { useSelf } from '../../lib/session.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import styles from './MarketingScreen.module.css';
import { tabs } from './tabs.ts';

/** Everything the shop offers and sends by itself, a tab each. */
export default function MarketingScreen() {
  const { t, i18n } = useLingui();
  const { tab } = useParams<{ tab?: string }>();
  const { grants } = useSelf();
  const mine = tabs.filter((one) => grants[one.permission] !== undefined);
  const open = mine.find((one) => one.path === tab) ?? mine[0];
  return (
    <main className={styles.page}>
      <PageHead title={t({ message: 'Marketing', context: 'rail' })} />
      <nav className={styles.tabs} aria-label={t({ message: 'Marketing', context: 'rail' })}>
        {mine.map((one) => (
          <Link
            key={one.path}
            href={`/marketing/${one.path}`}
            aria-current={one === open ? 'page' : undefined}
          >
            {i18n._(one.name)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={null}>{open && <open.Body />}</Suspense>
    </main>
  );
}
