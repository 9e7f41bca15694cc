import { useLingui } from '@lingui/react/macro';
import { SynonymGroups } from '../../features/search/SynonymGroups.tsx';
import { SynonymTrial } from '../../features/search/SynonymTrial.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useSelf } from '../../lib/session.tsx';
import { useTitle } from '../../lib/title.ts';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { LibraryTabs } from './LibraryTabs.tsx';
import styles from './SynonymsScreen.module.css';

/** SRCH-01: other words for one thing, a shop at a time, and what the search makes of them. */
export default function SynonymsScreen() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [{ shop }, change] = useFilters(['shop'] as const);
  const shopId = shops.find(({ id }) => id === shop)?.id ?? shops[0]?.id;
  useTitle(t`Synonyms`);
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{t`Synonyms`}</h1>
        <LibraryTabs here="/library/synonyms" />
        {shops.length > 1 && (
          <FilterSelect
            name={t`Shop`}
            value={shopId}
            onChange={(next) => change({ shop: next })}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </header>
      {shopId ? (
        <div key={shopId} className={styles.two}>
          <section aria-label={t`Words that mean the same`}>
            <SynonymGroups shopId={shopId} />
          </section>
          <SynonymTrial shopId={shopId} />
        </div>
      ) : (
        <Empty>{t`Synonyms belong to a shop; there is none yet.`}</Empty>
      )}
    </main>
  );
}
