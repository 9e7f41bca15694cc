import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link, useParams, useSearch } from 'wouter';
import { kindWords, tabs } from '../../features/aftersales/aftersales.words.ts';
import { CaseRow, caseRowHeight } from '../../features/aftersales/CaseRow.tsx';
import { CaseTabs } from '../../features/aftersales/CaseTabs.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { OpenCase, OpenCaseWays } from './OpenCase.tsx';

const names = ['tab', 'kind', 'shop'] as const;
const kinds = Object.keys(kindWords) as aftersales.CaseKindWord[];

/** The queue of after-sales: what waits for a decision by its deadline, what is on its way, what is over. */
export default function AftersalesScreen() {
  const { t, i18n } = useLingui();
  const { caseId } = useParams<{ caseId?: string }>();
  const search = useSearch();
  const [filters, change] = useFilters(names);
  const query = search ? `?${search}` : '';
  const tab = tabs.find((one) => one === filters.tab) ?? 'decide';
  const input = {
    tab,
    limit: 40,
    ...(filters.kind ? { kind: filters.kind as aftersales.CaseKindWord } : {}),
    ...(filters.shop ? { shopId: filters.shop } : {}),
  };
  const pages = usePages(aftersales.listCases, input);
  const first = useReply(aftersales.listCases, { tab: 'decide', limit: 1 });
  useFresh(['case.'], [aftersales.listCases, aftersales.getCase], 300);
  const filtered = filters.kind !== undefined || filters.shop !== undefined;
  return (
    <SplitPage
      title={t({ message: 'After-sales', context: 'cases' })}
      home={`/aftersales${query}`}
      filters={
        <>
          <CaseTabs
            tab={tab}
            counts={first.data?.counts ?? { decide: 0, goods: 0, inspect: 0 }}
            onChange={(next) => change({ tab: next === 'decide' ? undefined : next })}
          />
          <FilterSelect
            name={t({ message: 'Kind', context: 'case' })}
            value={filters.kind}
            onChange={(kind) => change({ kind })}
            options={kinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))}
          />
          <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
        </>
      }
      list={
        <EndlessList
          pages={pages}
          idOf={(one) => one.id}
          hrefOf={(one) => `/aftersales/${one.id}${query}`}
          open={caseId}
          row={(one) => <CaseRow one={one} />}
          height={caseRowHeight}
          label={t({ message: 'After-sales', context: 'cases' })}
          empty={
            <NoCases
              tab={tab}
              filtered={filtered}
              onAll={() => change({ kind: undefined, shop: undefined })}
            />
          }
        />
      }
      detailName={t`Case`}
      {...(caseId
        ? {
            detail: <OpenCase key={caseId} caseId={caseId} />,
            detailActs: <OpenCaseWays caseId={caseId} />,
          }
        : {})}
    />
  );
}

interface EmptyProps {
  readonly tab: aftersales.CaseTabWord;
  readonly filtered: boolean;
  readonly onAll: () => void;
}

function NoCases({ tab, filtered, onAll }: EmptyProps) {
  const { t } = useLingui();
  if (filtered)
    return (
      <Empty act={<Button onClick={onAll}>{t`Show all`}</Button>}>
        {t`No case fits these filters.`}
      </Empty>
    );
  const words = {
    decide: t`Nothing waits for a decision. What buyers ask for in the chat, and what you open at an order, stands here by its deadline.`,
    goods: t`No goods are on their way back.`,
    inspect: t`Nothing is to be inspected, sent or settled.`,
    done: t`Cases that are over will stand here, newest first.`,
  };
  const start = tab === 'decide' && (
    <Link href="/orders?status=delivered">{t`Open one at an order`}</Link>
  );
  return <Empty act={start}>{words[tab]}</Empty>;
}
