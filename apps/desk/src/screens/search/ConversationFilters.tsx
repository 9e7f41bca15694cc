import { useLingui } from '@lingui/react/macro';
import { useColleagues } from '../../features/conversations/members.ts';
import { statuses, statusWords } from '../../features/orders/orders.words.ts';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import type { conversationFilterNames } from './Conversations.tsx';
import styles from './SearchScreen.module.css';

type Name = (typeof conversationFilterNames)[number];

interface Props {
  readonly filters: Readonly<Partial<Record<Name, string>>>;
  readonly onChange: (change: Partial<Record<Name, string | undefined>>) => void;
}

/** Who holds it, where it stands, the buyer's tag, the state of an order, since when. */
export function ConversationFilters({ filters, onChange }: Props) {
  const { t, i18n } = useLingui();
  const colleagues = useColleagues();
  return (
    <div className={styles.filters}>
      <FilterSelect
        name={t`State`}
        value={filters.view}
        onChange={(view) => onChange({ view })}
        options={[
          { value: 'queue', label: t`Waiting` },
          { value: 'mine', label: t`Mine` },
          { value: 'all', label: t`Open` },
          { value: 'snoozed', label: t`Snoozed` },
          { value: 'resolved', label: t`Resolved` },
        ]}
      />
      <FilterSelect
        name={t`Colleague`}
        value={filters.holder}
        onChange={(holder) => onChange({ holder })}
        options={[...colleagues.values()].map(({ memberId, name }) => ({
          value: memberId,
          label: name,
        }))}
      />
      <FilterSelect
        name={t`Order state`}
        value={filters.order}
        onChange={(order) => onChange({ order })}
        options={statuses.map((value) => ({ value, label: i18n._(statusWords[value]) }))}
      />
      <input
        type="text"
        maxLength={60}
        aria-label={t`Tag of the buyer`}
        placeholder={t`Tag of the buyer`}
        defaultValue={filters.tag ?? ''}
        key={filters.tag ?? ''}
        onBlur={({ target }) => onChange({ tag: target.value.trim() || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
      <input
        type="date"
        aria-label={t`Since`}
        value={filters.since ?? ''}
        onChange={({ target }) => onChange({ since: target.value || undefined })}
      />
    </div>
  );
}
