import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import styles from './OrderFilterBar.module.css';
import { RemarkFlagMark } from './OrderMarks.tsx';
import type { OrderFilters } from './order-filters.ts';
import { flags, flagWords, statuses, statusWords } from './orders.words.ts';

interface Props {
  readonly filters: OrderFilters;
  readonly onChange: (change: { readonly [N in keyof OrderFilters]?: string | undefined }) => void;
}

/** Search by number or parcel, and the filters of the orders. */
export function OrderFilterBar({ filters, onChange }: Props) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Works value={filters.work} onChange={(work) => onChange({ work })} />
      <SearchBox
        value={filters.q ?? ''}
        onSearch={(q) => onChange({ q })}
        placeholder={t`Order or tracking number`}
      />
      <ShopFilter value={filters.shop} onChange={(shop) => onChange({ shop })} />
      <FilterSelect
        name={t`Status`}
        value={filters.status}
        onChange={(status) => onChange({ status })}
        options={statuses.map((value) => ({ value, label: i18n._(statusWords[value]) }))}
      />
      <FilterSelect
        name={t`Flag`}
        width={88}
        value={filters.flag}
        onChange={(flag) => onChange({ flag })}
        options={flags
          .filter((flag) => flag !== 'none')
          .map((flag) => ({
            value: flag,
            label: (
              <>
                <RemarkFlagMark flag={flag} size={12} /> {i18n._(flagWords[flag])}
              </>
            ),
          }))}
      />
    </>
  );
}

/** What is to be done, one click each; a second click takes it off. */
function Works({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (work: string | undefined) => void;
}) {
  const { t } = useLingui();
  const works = {
    unpaid: t({ message: 'Unpaid', context: 'order' }),
    to_ship: t({ message: 'To ship', context: 'order' }),
    refunding: t`Refund under way`,
    urgent: t`Urgent`,
  };
  return (
    <fieldset className={styles.works}>
      <legend className="unseen">{t`To do`}</legend>
      {Object.entries(works).map(([work, name]) => (
        <Button
          key={work}
          small
          look={work === value ? 'line' : 'plain'}
          aria-pressed={work === value}
          onClick={() => onChange(work === value ? undefined : work)}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  );
}
