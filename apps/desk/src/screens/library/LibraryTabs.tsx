import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import styles from './LibraryTabs.module.css';

const tabs = [
  { path: '/library/scripts', name: msg`Scripts` },
  { path: '/library/knowledge', name: msg`Knowledge` },
  { path: '/library/synonyms', name: msg`Synonyms` },
] as const;

/** The pages of the library, one rail entry. */
export function LibraryTabs({ here }: { here: (typeof tabs)[number]['path'] }) {
  const { t, i18n } = useLingui();
  return (
    <nav className={styles.tabs} aria-label={t`Library`}>
      {tabs.map(({ path, name }) => (
        <Link key={path} href={path} aria-current={path === here ? 'page' : undefined}>
          {i18n._(name)}
        </Link>
      ))}
    </nav>
  );
}
