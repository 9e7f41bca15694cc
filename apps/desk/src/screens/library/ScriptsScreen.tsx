import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useMemo, useRef } from 'react';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { Approvals } from '../../features/scripts/Approvals.tsx';
import { FolderTree, useNames } from '../../features/scripts/FolderTree.tsx';
import styles from '../../features/scripts/Library.module.css';
import { useLibrary } from '../../features/scripts/library.ts';
import { type Figure, useFigures } from '../../features/scripts/Outcome.tsx';
import { Playbooks } from '../../features/scripts/Playbooks.tsx';
import { ScriptRow, scriptRowHeight } from '../../features/scripts/ScriptRow.tsx';
import { search } from '../../features/scripts/search.rules.ts';
import { Transfer } from '../../features/scripts/Transfer.tsx';
import { duplicates, entriesAt, spotsOf } from '../../features/scripts/tree.rules.ts';
import { WordList } from '../../features/scripts/WordList.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { LibraryTabs } from './LibraryTabs.tsx';
import { OpenScript } from './OpenScript.tsx';

const views = ['playbooks', 'approvals', 'words', 'files'] as const;
type View = (typeof views)[number];
const sorts = ['title', 'used', 'replied', 'ordered', 'paid'] as const;

const worth = (figure: Figure | undefined, sort: (typeof sorts)[number]): number => {
  if (!figure || sort === 'title') return -1;
  return sort === 'used' ? figure.used : figure[sort].low;
};

/** The library of scripts: found, written, decided about, brought in. */
export default function ScriptsScreen() {
  const { t } = useLingui();
  const { open } = useParams<{ open?: string }>();
  const [, go] = useLocation();
  const { shops } = useSelf();
  const mayWrite = useMay('scripts.write');
  const text = useSearch();
  const query = text ? `?${text}` : '';
  const [filters, change] = useFilters(['q', 'in', 'sort', 'twice'] as const);
  const { data, error } = useLibrary();
  const figures = useFigures();
  const field = useRef<HTMLInputElement>(null);
  const nameOf = useNames();
  const shopIds = shops.map(({ id }) => id).join();
  const spots = useMemo(
    () => spotsOf(data?.folders ?? [], shopIds.split(',').filter(Boolean)),
    [data, shopIds],
  );
  const view = views.find((one) => one === open);
  const sort = sorts.find((one) => one === filters.sort) ?? 'title';
  const shown = useMemo(() => {
    const here = entriesAt(data?.items ?? [], spots, filters.in);
    const asked = filters.twice ? duplicates(here) : search(here, filters.q ?? '', 20_000);
    if (filters.q) return asked;
    return [...asked].sort(
      (a, b) =>
        worth(figures.get(b.id), sort) - worth(figures.get(a.id), sort) ||
        (a.title < b.title ? -1 : 1),
    );
  }, [data, spots, filters.in, filters.q, filters.twice, sort, figures]);
  const counts = useMemo(
    () => new Map(spots.map(({ key }) => [key, entriesAt(data?.items ?? [], spots, key).length])),
    [data, spots],
  );
  const libraries = spots.filter(({ folder }) => !folder);
  const names: Record<View, string> = {
    playbooks: t`Playbooks`,
    approvals: t`Waiting for approval`,
    words: t`Forbidden words`,
    files: t`Bring in and out`,
  };
  const sortNames = {
    title: t`By title`,
    used: t`Most used`,
    replied: t`Most answered`,
    ordered: t`Most ordered`,
    paid: t`Most paid`,
  };
  const detail =
    view === 'playbooks' ? (
      <Playbooks libraries={libraries} />
    ) : view === 'approvals' ? (
      <Approvals />
    ) : view === 'words' ? (
      <WordList />
    ) : view === 'files' ? (
      <Transfer libraries={libraries} />
    ) : open && data ? (
      <OpenScript
        key={open}
        scriptId={open === 'new' ? undefined : open}
        spots={spots}
        spot={spots.find(({ key }) => key === filters.in)}
        onOpen={(id) => go(`/library/scripts${id ? `/${id}` : ''}${query}`)}
      />
    ) : undefined;
  return (
    <SplitPage
      title={t`Scripts`}
      home={`/library/scripts${query}`}
      tabs={<LibraryTabs here="/library/scripts" />}
      acts={
        mayWrite && (
          <Button look="main" small onClick={() => go(`/library/scripts/new${query}`)}>
            <Trans>New script</Trans>
          </Button>
        )
      }
      filters={
        <>
          <SearchBox
            field={field}
            value={filters.q ?? ''}
            onSearch={(q) => change({ q: q || undefined })}
            placeholder={t`Words, pinyin or initials`}
          />
          <span className={styles.narrow}>
            <Select
              aria-label={t`Folder`}
              popupMatchSelectWidth={false}
              value={filters.in ?? ''}
              onChange={(next) => change({ in: next || undefined })}
              options={[
                { value: '', label: t`All scripts` },
                ...spots.map((one) => ({
                  value: one.key,
                  label: `${'　'.repeat(one.depth)}${one.folder?.name ?? nameOf(one)}`,
                })),
              ]}
            />
          </span>
          <Select
            aria-label={t`Order`}
            popupMatchSelectWidth={false}
            value={sort}
            onChange={(next) => change({ sort: next === 'title' ? undefined : next })}
            options={sorts.map((value) => ({ value, label: sortNames[value] }))}
          />
          <Button
            small
            look="plain"
            aria-pressed={Boolean(filters.twice)}
            onClick={() => change({ twice: filters.twice ? undefined : '1' })}
          >
            <Trans>Doubles</Trans>
          </Button>
          <nav className={styles.views} aria-label={t`Around the scripts`}>
            {views.map((one) => (
              <Link
                key={one}
                href={`/library/scripts/${one}${query}`}
                aria-current={one === view ? 'page' : undefined}
              >
                {names[one]}
              </Link>
            ))}
          </nav>
        </>
      }
      list={
        <div className={styles.two}>
          <FolderTree
            spots={spots}
            chosen={filters.in}
            counts={counts}
            onChoose={(next) => change({ in: next })}
          />
          <EndlessList
            pages={{
              items: data ? shown : undefined,
              error,
              more: () => {},
              atEnd: true,
              busy: false,
            }}
            idOf={(one) => one.id}
            hrefOf={(one) => `/library/scripts/${one.id}${query}`}
            open={open}
            row={(one) => <ScriptRow entry={one} figure={figures.get(one.id)} />}
            height={scriptRowHeight}
            label={t`Scripts`}
            empty={
              <Nothing
                filtered={Boolean(filters.q || filters.in || filters.twice)}
                onAll={() => change({ q: undefined, in: undefined, twice: undefined })}
              />
            }
          />
        </div>
      }
      detailName={
        view
          ? names[view]
          : open === 'new'
            ? t`New script`
            : t({ message: 'Script', context: 'scripts' })
      }
      {...(detail ? { detail } : {})}
    />
  );
}

function Nothing({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const { t } = useLingui();
  if (filtered)
    return (
      <Empty act={<Button onClick={onAll}>{t`Show all`}</Button>}>{t`No script is here.`}</Empty>
    );
  return (
    <Empty act={<Link href="/library/scripts/playbooks">{t`Look at the playbooks`}</Link>}>
      {t`What you say again and again stands here, two keys away from every chat. Begin with a playbook, bring a file, or write the first one.`}
    </Empty>
  );
}
