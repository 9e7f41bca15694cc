import { knowledge } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams, useSearch } from 'wouter';
import { EntryList, entryFilterNames } from '../../features/knowledge/EntryList.tsx';
import { GapList } from '../../features/knowledge/GapList.tsx';
import { KnowledgeFilterBar } from '../../features/knowledge/KnowledgeFilterBar.tsx';
import { NewEntry } from '../../features/knowledge/NewEntry.tsx';
import { OpenEntry } from '../../features/knowledge/OpenEntry.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { LibraryTabs } from './LibraryTabs.tsx';

/** What the team answers from: entries of every state, what waits for approval, what is to be written. */
export default function KnowledgeScreen() {
  const { t } = useLingui();
  const { entryId } = useParams<{ entryId?: string }>();
  const [, go] = useLocation();
  const search = useSearch();
  const [filters, change] = useFilters(entryFilterNames);
  const query = search ? `?${search}` : '';
  const mayWrite = useMay('knowledge.write');
  useFresh(
    ['knowledge.'],
    [knowledge.listKnowledge, knowledge.getKnowledge, knowledge.listKnowledgeGaps],
  );
  const toWrite = filters.state === 'gaps';
  const start = mayWrite && (
    <Button look="main" small onClick={() => go('/library/knowledge/new')}>
      {t`New entry`}
    </Button>
  );
  const detail =
    entryId === 'new' ? (
      <NewEntry key={search} />
    ) : entryId ? (
      <OpenEntry key={entryId} entryId={entryId} />
    ) : undefined;
  return (
    <SplitPage
      title={t`Knowledge`}
      tabs={<LibraryTabs here="/library/knowledge" />}
      acts={start}
      home={`/library/knowledge${entryId === 'new' ? '' : query}`}
      filters={<KnowledgeFilterBar filters={filters} onChange={change} />}
      list={
        toWrite ? (
          <GapList shopId={filters.shop} />
        ) : (
          <EntryList
            filters={entryId === 'new' ? {} : filters}
            open={entryId}
            hrefOf={(id) => `/library/knowledge/${id}${query}`}
            empty={
              entryId !== 'new' && Object.keys(filters).length > 0 ? (
                <Empty
                  act={
                    <Button
                      onClick={() =>
                        change({
                          q: undefined,
                          shop: undefined,
                          state: undefined,
                          about: undefined,
                        })
                      }
                    >
                      {t`Show all`}
                    </Button>
                  }
                >
                  {t`No entry fits.`}
                </Empty>
              ) : (
                <Empty act={start}>
                  {t`What there is to say about products and the shop will stand here, and show itself in the chat.`}
                </Empty>
              )
            }
          />
        )
      }
      detailName={t`Entry`}
      {...(detail ? { detail } : {})}
    />
  );
}
