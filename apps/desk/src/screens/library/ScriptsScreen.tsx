import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { Approvals } from '../../features/scripts/Approvals.tsx';
import { FolderTree } from '../../features/scripts/FolderTree.tsx';
import styles from '../../features/scripts/Library.module.css';
import { Playbooks } from '../../features/scripts/Playbooks.tsx';
import { ScriptRow, scriptRowHeight } from '../../features/scripts/ScriptRow.tsx';
import { Transfer } from '../../features/scripts/Transfer.tsx';
import type { Spot } from '../../features/scripts/tree.rules.ts';
import { WordList } from '../../features/scripts/WordList.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { LibraryTabs } from './LibraryTabs.tsx';
import { OpenScript } from './OpenScript.tsx';
import { ScriptFilter } from './ScriptFilter.tsx';
import { scriptFilters, useScriptList } from './script-list.ts';

const views = ['playbooks', 'approvals', 'words', 'files'] as const;
type View = (typeof views)[number];

/** The library of scripts: found, written, decided about, brought in. */
export default function ScriptsScreen() {
  const { t } = useLingui();
  const { open } = useParams<{ open?: string }>();
  const [, go] = useLocation();
  const mayWrite = useMay('scripts.write');
  const text = useSearch();
  const query = text ? `?${text}` : '';
  const [filters, change] = useFilters(scriptFilters);
  const { shown, spots, counts, figures, error } = useScriptList(filters);
  const names = useViewNames();
  const view = views.find((one) => one === open);
  const detail = view ? (
    <Around view={view} spots={spots} />
  ) : (
    open &&
    shown && (
      <OpenScript
        key={open}
        scriptId={open === 'new' ? undefined : open}
        spots={spots}
        spot={spots.find(({ key }) => key === filters.in)}
        onOpen={(id) => go(`/library/scripts${id ? `/${id}` : ''}${query}`)}
      />
    )
  );
  const script = open === 'new' ? t`New script` : t({ message: 'Script', context: 'scripts' });
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
          <ScriptFilter filters={filters} change={change} spots={spots} />
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
            pages={{ items: shown, error, more: () => {}, atEnd: true, busy: false }}
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
      detailName={view ? names[view] : script}
      {...(detail ? { detail } : {})}
    />
  );
}

function useViewNames(): Record<View, string> {
  const { t } = useLingui();
  return {
    playbooks: t`Playbooks`,
    approvals: t`Waiting for approval`,
    words: t`Forbidden words`,
    files: t`Bring in and out`,
  };
}

/** What is done about many scripts at once. */
function Around({ view, spots }: { view: View; spots: readonly Spot[] }) {
  const libraries = spots.filter(({ folder }) => !folder);
  if (view === 'playbooks') return <Playbooks libraries={libraries} />;
  if (view === 'approvals') return <Approvals />;
  return view === 'words' ? <WordList /> : <Transfer libraries={libraries} />;
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
