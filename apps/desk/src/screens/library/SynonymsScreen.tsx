import { useLingui } from '@lingui/react/macro';
import { SynonymGroups } from '../../features/search/SynonymGroups.tsx';
import { SynonymTrial } from '../../features/search/SynonymTrial.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useSelf } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Page } from '../../ui/Page.tsx';
import { LibraryTabs } from './LibraryTabs.tsx';
import styles from './SynonymsScreen.module.css';

/** SRCH-01: other words for one thing, a shop at a time, and what the search makes of them. */
export default function SynonymsScreen() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [{ shop }, change] = useFilters(['shop'] as const);
  const shopId = shops.find(({ id }) => id === shop)?.id ?? shops[0]?.id;
  return (
    <Page
      title={t`Synonyms`}
      tabs={<LibraryTabs here="/library/synonyms" />}
      acts={
        shops.length > 1 && (
          <FilterSelect
            name={t`Shop`}
            width={168}
            value={shopId}
            onChange={(next) => change({ shop: next })}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )
      }
    >
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
    </Page>
  );
}
