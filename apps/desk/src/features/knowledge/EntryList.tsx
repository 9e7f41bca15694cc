import { knowledge } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Filters } from '../../lib/filters.ts';
import { usePages } from '../../lib/pages.ts';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { EntryRow } from './EntryRow.tsx';

/** Names of the filters in the address of the page. */
export const entryFilterNames = ['q', 'state', 'about', 'shop'] as const;
export type EntryFilters = Filters<(typeof entryFilterNames)[number]>;

interface Props {
  readonly filters: EntryFilters;
  readonly open: string | undefined;
  readonly hrefOf: (entryId: string) => string;
  readonly empty: ReactNode;
}

/** Entries, changed last first. */
export function EntryList({ filters, open, hrefOf, empty }: Props) {
  const { t } = useLingui();
  const { q, state, about, shop } = filters;
  const pages = usePages(knowledge.listKnowledge, {
    ...(q ? { q } : {}),
    ...(state ? { state: state as knowledge.KnowledgeStateWord } : {}),
    ...(about ? { about: about as 'product' } : {}),
    ...(shop ? { shopId: shop } : {}),
    limit: 60,
  });
  return (
    <EndlessList
      pages={pages}
      idOf={(entry) => entry.id}
      hrefOf={(entry) => hrefOf(entry.id)}
      open={open}
      row={(entry) => <EntryRow entry={entry} />}
      height={64}
      label={t`Knowledge`}
      empty={empty}
    />
  );
}
